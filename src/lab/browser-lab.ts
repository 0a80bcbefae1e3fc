import { createLab } from './create-lab.ts';
import type { Lab } from './job.ts';

/** The lab of a page: the engine in a worker of its own. */
export function createBrowserLab(): Lab {
  return createLab({
    spawn: () =>
      new Worker(new URL('../worker/lab.worker.ts', import.meta.url), { type: 'module', name: 'lab' }),
    base: document.baseURI,
  });
}
