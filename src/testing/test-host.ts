import type { DataSource, View } from '../core/contracts.ts';
import { cancelled } from '../core/errors.ts';
import type { RunHost, StageValue } from '../core/run/host.ts';
import { tf } from '../core/tensors.ts';
import { memorySource } from './memory-source.ts';

export interface TestHostOptions {
  /** Stages that an earlier run kept; this run adds its own. */
  readonly stages?: Map<string, StageValue>;
  readonly source?: DataSource;
  /** Milliseconds. A clock that stands still never reaches a checkpoint. */
  readonly now?: () => number;
  readonly watches?: readonly View['view'][];
  readonly mapMethod?: 'pca' | 'tsne';
  readonly followedUser?: number;
}

export interface TestHost extends RunHost {
  /** Keys of the stages that this run worked out, in order. */
  readonly kept: readonly string[];
  /** What happens before a run is held: its work keeps what it would go on from. */
  hold(): Promise<void>;
  /** From here on every breath of the work is refused. */
  abort(): void;
}

/** Where experiments run in tests: stages in memory (cloned, as a store would), a clock that the test drives, cancel by `abort`. */
export function createTestHost(options: TestHostOptions = {}): TestHost {
  const stages = options.stages ?? new Map<string, StageValue>();
  const kept: string[] = [];
  const savers = new Set<() => Promise<void>>();
  const signal = { aborted: false };
  return {
    source: options.source ?? memorySource({}),
    cache: {
      get: async (key) => structuredClone(stages.get(key)),
      set: async (key, value) => {
        kept.push(key);
        stages.set(key, structuredClone(value) as StageValue);
      },
    },
    environment: { backend: tf.getBackend(), adapter: 'test', threads: 1, versions: {} },
    signal,
    yieldNow: async () => {
      if (signal.aborted) throw cancelled();
    },
    now: options.now ?? (() => performance.now()),
    tensorBytes: () => tf.memory().numBytes,
    watches: (view) => options.watches?.includes(view) ?? false,
    mapMethod: () => options.mapMethod ?? 'pca',
    followedUser: () => options.followedUser ?? null,
    kept,
    onHold: (save) => {
      savers.add(save);
      return () => void savers.delete(save);
    },
    hold: async () => {
      for (const save of savers) await save();
    },
    abort: () => {
      signal.aborted = true;
    },
  };
}

/** Runs a generator to its end: everything it yielded, and what it returned. */
export async function drained<Y, R>(
  running: AsyncGenerator<Y, R>,
): Promise<{ readonly yielded: readonly Y[]; readonly returned: R }> {
  const yielded: Y[] = [];
  let next = await running.next();
  while (!next.done) {
    yielded.push(next.value);
    next = await running.next();
  }
  return { yielded, returned: next.value };
}
