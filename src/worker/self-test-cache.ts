import type { OpenedBackend } from '../core/run/environment.ts';
import type { KeyValueStore } from './stage-cache.ts';

/** Outcome of a self-test: what was wrong (nothing, when it passed), and what it took. */
export interface Verification {
  readonly failures: readonly string[];
  readonly cached: boolean;
  readonly seconds: number;
}

/**
 * Runs the self-test once for each backend, adapter and set of versions, and remembers that it passed. A failure is not
 * remembered: a driver may be repaired without any of them changing.
 */
export function createVerifier(
  selfTest: () => Promise<readonly string[]>,
  store: KeyValueStore,
  versions: Readonly<Record<string, string>>,
  now: () => number,
): (backend: OpenedBackend) => Promise<Verification> {
  return async (backend) => {
    const key = `self-test ${JSON.stringify([backend.name, backend.adapter, backend.threads, versions])}`;
    const passed = await store.get<{ seconds: number }>(key).catch(() => undefined);
    if (passed) return { failures: [], cached: true, seconds: passed.seconds };
    const start = now();
    const failures = await selfTest();
    const seconds = (now() - start) / 1000;
    if (failures.length === 0) await store.set(key, { seconds }).catch(() => undefined);
    return { failures, cached: false, seconds };
  };
}
