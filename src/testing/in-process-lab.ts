import type { OpenedBackend } from '../core/run/environment.ts';
import type { StageValue } from '../core/run/host.ts';
import { createLab } from '../lab/create-lab.ts';
import type { Lab } from '../lab/job.ts';
import type { WorkerLike } from '../lab/connection.ts';
import { createEngine } from '../worker/engine.ts';
import { createMachine } from '../worker/machine.ts';
import type { Runner } from '../worker/attempt-run.ts';
import { createFakeBackend } from './fake-machine.ts';

/**
 * The lab with its real client and engine but no worker between them: messages are cloned and come in a later turn, as they do
 * between threads. The runner computes on whatever backend `open` makes current.
 */
export function createInProcessLab(
  runner: Runner,
  open: () => Promise<OpenedBackend> = async () => createFakeBackend('cpu'),
): Lab {
  return createLab({ spawn: () => createInProcessWorker(runner, open), base: 'http://localhost/' });
}

export function createInProcessWorker(runner: Runner, open: () => Promise<OpenedBackend>): WorkerLike {
  const listeners: ((event: Event) => void)[] = [];
  const stages = new Map<string, StageValue>();
  let isOpen = true;
  const handle = createEngine({
    post: (message, transfer) => {
      const data = structuredClone(message, { transfer });
      setTimeout(() => {
        if (isOpen) for (const listener of listeners) listener({ data } as MessageEvent);
      });
    },
    runner: async () => runner,
    estimator: async () => async () => ({ seconds: 3, bytes: 2e6, cells: 1 }),
    machine: createMachine({
      open,
      verify: async () => ({ failures: [], cached: false, seconds: 0 }),
      versions: {},
    }),
    cache: { get: async (key) => stages.get(key), set: async (key, value) => void stages.set(key, value) },
    now: () => performance.now(),
    tensorBytes: () => 0,
  });
  return {
    postMessage: (message) => {
      const data = structuredClone(message);
      setTimeout(() => isOpen && handle(data));
    },
    addEventListener: (type, listener) => {
      if (type === 'message') listeners.push(listener);
    },
    terminate: () => {
      isOpen = false;
    },
  };
}
