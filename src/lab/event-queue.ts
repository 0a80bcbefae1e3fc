import type { RunEvent } from '../core/run/events.ts';

/** Batches on their way from a job to whoever iterates over it. */
export interface EventQueue {
  push(events: readonly RunEvent[]): void;
  close(): void;
  /** For one reader; what has come since its last look is one batch. `onLeave` is called when the reader leaves before the end. */
  read(onLeave: () => void): AsyncGenerator<readonly RunEvent[], void>;
}

export function createEventQueue(): EventQueue {
  let waiting: (readonly RunEvent[])[] = [];
  let isClosed = false;
  let wake: (() => void) | undefined;
  return {
    push: (events) => {
      waiting.push(events);
      wake?.();
    },
    close: () => {
      isClosed = true;
      wake?.();
    },
    read: async function* (onLeave) {
      try {
        for (;;) {
          if (waiting.length > 0) {
            const events = waiting.flat();
            waiting = [];
            yield events;
            continue;
          }
          if (isClosed) return;
          await new Promise<void>((resolve) => (wake = resolve));
        }
      } finally {
        if (!isClosed) onLeave();
      }
    },
  };
}
