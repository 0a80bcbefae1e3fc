import type { ToWorker } from '../protocol/messages.ts';

/** What the lab uses of a Worker. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  addEventListener(type: 'message' | 'messageerror' | 'error', listener: (event: Event) => void): void;
  terminate(): void;
}

export interface Connection {
  send(message: ToWorker): void;
  /** Terminates the worker; nothing is received from then on. */
  end(): void;
}

/** Listens to a worker. `onCrash` is called at most once. */
export function connect(
  worker: WorkerLike,
  onMessage: (data: unknown) => void,
  onCrash: (message: string) => void,
): Connection {
  let isOpen = true;
  const crash = (message: string) => {
    if (isOpen) onCrash(message);
  };
  worker.addEventListener('message', (event) => {
    if (isOpen) onMessage((event as MessageEvent<unknown>).data);
  });
  worker.addEventListener('error', (event) => {
    const { message } = event as Partial<ErrorEvent>;
    // Without a message, the script itself did not load.
    crash(message ?? 'its script could not be loaded');
  });
  worker.addEventListener('messageerror', () => crash('it sent a message that cannot be read'));
  return {
    send: (message) => worker.postMessage(message),
    end: () => {
      isOpen = false;
      worker.terminate();
    },
  };
}
