import { expect, test } from 'vitest';
import { createStageCache, type KeyValueStore } from './stage-cache.ts';

function createMemoryStore(isBroken = false) {
  const kept = new Map<string, unknown>();
  const refuse = () => {
    if (isBroken) throw new DOMException('no room', 'QuotaExceededError');
  };
  const store: KeyValueStore = {
    get: async <T>(key: string) => {
      refuse();
      return structuredClone(kept.get(key)) as T | undefined;
    },
    set: async (key, value) => {
      refuse();
      kept.set(key, structuredClone(value));
    },
    delete: async (keys) => {
      refuse();
      for (const key of keys) kept.delete(key);
    },
  };
  return { store, kept };
}

const floats = (count: number) => ({ parameters: new Float32Array(count).fill(0.5) });

test('a value outlives the cache that made it, typed arrays and all', async () => {
  const { store } = createMemoryStore();
  await createStageCache(store).set('victim', { a: [1, null], ...floats(3) });
  expect(await createStageCache(store).get('victim')).toEqual({ a: [1, null], ...floats(3) });
  expect(await createStageCache(store).get('other')).toBeUndefined();
});

test('the entries used longest ago go first, from memory and store', async () => {
  const { store, kept } = createMemoryStore();
  const bounds = { memory: 1000, store: 2000 };
  const cache = createStageCache(store, bounds);
  await cache.set('a', floats(200));
  await cache.set('b', floats(200));
  await cache.get('a');
  await cache.set('c', floats(200));
  expect(await createStageCache(store, bounds).get('b')).toBeUndefined();
  expect(await createStageCache(store, bounds).get('a')).toEqual(floats(200));
  expect([...kept.keys()].sort()).toEqual(['index', 'stage a', 'stage c']);
});

test('a store without room leaves a cache in memory', async () => {
  const cache = createStageCache(createMemoryStore(true).store);
  await cache.set('a', 1);
  expect(await cache.get('a')).toBe(1);
});
