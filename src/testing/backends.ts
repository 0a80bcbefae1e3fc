import { afterAll, beforeAll, describe } from 'vitest';
import type { BackendName, OpenedBackend } from '../core/run/environment.ts';

const isBrowser = typeof window !== 'undefined';

/** Where numerics are tested: in Node on cpu and wasm, in the browser on webgpu (also a software adapter) and wasm. */
export const testedBackends: readonly BackendName[] = isBrowser ? ['webgpu', 'wasm'] : ['cpu', 'wasm'];

/**
 * Opens a backend before the tests of the surrounding block and checks it for silent faults after them. Fails, never skips, when the
 * backend cannot be had: a WebGPU test without an adapter is a failure.
 */
export function useBackend(name: BackendName): void {
  let backend: OpenedBackend | undefined;
  beforeAll(async () => {
    const { openBackend } = isBrowser
      ? await import('../worker/backend/open-backend.ts')
      : await import(/* @vite-ignore */ nodeBackend);
    backend = await (openBackend as (choice: BackendName) => Promise<OpenedBackend>)(name);
  });
  afterAll(async () => {
    await backend?.check();
    backend?.dispose();
  });
}

/** One `describe` block for each backend of this environment, opened by `useBackend`. */
export function forEachBackend(tests: (name: BackendName) => void): void {
  for (const name of testedBackends) {
    describe(name, () => {
      useBackend(name);
      tests(name);
    });
  }
}

/** Out of a variable, so that the browser build does not follow it. */
const nodeBackend = '../cli/backend.ts';
