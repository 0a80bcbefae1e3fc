import { createStore, del, get, set } from 'idb-keyval';
import type { ExperimentSpec } from '../core/run/experiment-spec.ts';

/** Remembers the running spec over a reload. A browser that keeps nothing (private window) makes this a no-op. */
export interface InterruptedRuns {
  remember(spec: ExperimentSpec): Promise<void>;
  forget(): Promise<void>;
  recall(): Promise<ExperimentSpec | null>;
}

const key = 'running';
const lockName = 'recsec-lab-running';

/**
 * In IndexedDB. A lock that lives as long as the run's tab keeps a second tab from offering to resume what is still running. What
 * it recalls is checked by whoever runs it.
 */
export function createInterruptedRuns(): InterruptedRuns {
  const store = createStore('recsec-lab-runs', 'interrupted');
  const locks = (navigator as { locks?: LockManager }).locks;
  let release: (() => void) | undefined;
  return {
    remember: async (spec) => {
      if (release === undefined) {
        const untilForgotten = new Promise<void>((resolve) => (release = resolve));
        void locks?.request(lockName, { mode: 'shared' }, () => untilForgotten).catch(() => undefined);
      }
      await set(key, spec, store).catch(() => undefined);
    },
    forget: async () => {
      release?.();
      release = undefined;
      await del(key, store).catch(() => undefined);
    },
    recall: async () => {
      const held = (await locks?.query())?.held ?? [];
      if (held.some((lock) => lock.name === lockName)) return null;
      return (await get<ExperimentSpec>(key, store).catch(() => undefined)) ?? null;
    },
  };
}
