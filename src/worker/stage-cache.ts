import type { StageCache, StageValue } from '../core/run/host.ts';

/** A key-value store that survives the page, as idb-keyval offers it. */
export interface KeyValueStore {
  get<T>(key: string): Promise<T | undefined>;
  set(key: string, value: unknown): Promise<void>;
  delete(keys: readonly string[]): Promise<void>;
}

export interface CacheBounds {
  /** Most bytes held in memory, and in the store. */
  readonly memory: number;
  readonly store: number;
}

const megabyte = 2 ** 20;
const defaultBounds: CacheBounds = { memory: 64 * megabyte, store: 256 * megabyte };

/** Key under which the sizes are kept, oldest use first. */
const indexKey = 'index';
type Index = readonly (readonly [key: string, bytes: number])[];

/**
 * Outcomes of stages, in memory in front of a store. Both are bounded: the entries used longest ago go first. A store that
 * fails (private window, quota) is no error: the cache then lasts as long as the worker.
 */
export function createStageCache(store: KeyValueStore, bounds: CacheBounds = defaultBounds): StageCache {
  const front = new Map<string, StageValue>(); // oldest use first
  let frontBytes = 0;
  let sizes: Map<string, number> | undefined; // of the store, oldest use first

  const keepInFront = (key: string, value: StageValue) => {
    const before = front.get(key);
    if (before !== undefined) frontBytes -= bytesOf(before);
    front.delete(key);
    front.set(key, value);
    frontBytes += bytesOf(value);
    for (const [oldest, held] of front) {
      if (frontBytes <= bounds.memory) break;
      front.delete(oldest);
      frontBytes -= bytesOf(held);
    }
  };
  const index = async () =>
    (sizes ??= new Map((await store.get<Index>(indexKey).catch(() => undefined)) ?? []));

  return {
    get: async (key) => {
      const value = front.get(key) ?? (await store.get<StageValue>(entryKey(key)).catch(() => undefined));
      if (value === undefined) return undefined;
      keepInFront(key, value);
      const known = await index();
      const bytes = known.get(key);
      if (bytes !== undefined) {
        known.delete(key);
        known.set(key, bytes);
      }
      return value;
    },
    set: async (key, value) => {
      keepInFront(key, value);
      const bytes = bytesOf(value);
      if (bytes > bounds.store) return;
      const known = await index();
      known.delete(key);
      known.set(key, bytes);
      const evicted = overflow(known, bounds.store);
      for (const old of evicted) known.delete(old);
      try {
        if (evicted.length > 0) await store.delete(evicted.map(entryKey));
        await store.set(entryKey(key), value);
        await store.set(indexKey, [...known]);
      } catch {
        known.delete(key);
      }
    },
  };
}

const entryKey = (key: string) => `stage ${key}`;

/** The oldest keys that have to go for the rest to fit. */
function overflow(sizes: ReadonlyMap<string, number>, limit: number): string[] {
  let total = 0;
  for (const bytes of sizes.values()) total += bytes;
  const evicted: string[] = [];
  for (const [key, bytes] of sizes) {
    if (total <= limit) break;
    evicted.push(key);
    total -= bytes;
  }
  return evicted;
}

/** Roughly what a value takes: typed arrays by their bytes, text by two a character, other leaves by eight. */
function bytesOf(value: StageValue): number {
  if (typeof value === 'string') return 2 * value.length;
  if (typeof value !== 'object' || value === null) return 8;
  if (ArrayBuffer.isView(value)) return (value as Float32Array).byteLength;
  if (Array.isArray(value) && typeof value[0] === 'number') return 8 * value.length;
  return Object.values(value).reduce<number>((sum, part) => sum + bytesOf(part as StageValue), 8);
}
