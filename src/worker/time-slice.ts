/** Work goes on for this long before others are let in. A message waits at most this and one op. */
const sliceMilliseconds = 20;

export interface TimeSlice {
  /** Resolves at once within the slice; after it, when queued messages have been handled. True when others were let in. */
  breathe(): Promise<boolean>;
}

export function createTimeSlice(now: () => number): TimeSlice {
  let since = now();
  return {
    breathe: async () => {
      if (now() - since < sliceMilliseconds) return false;
      await macrotask();
      since = now();
      return true;
    },
  };
}

/**
 * A turn of the event loop. In a browser a MessageChannel is not throttled as timers are, and does let messages in; Node hands
 * out up to a thousand of its messages in one turn, so there it is setImmediate.
 */
export const macrotask: () => Promise<void> =
  'setImmediate' in globalThis ? () => new Promise((resolve) => setImmediate(resolve)) : channelTask();

function channelTask(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    });
}
