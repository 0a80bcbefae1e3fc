import type { RunEvent } from '../core/run/events.ts';

type TypedArray = Float32Array | Int32Array | Uint8Array | Float64Array | Uint32Array;

/** Events whose views own their typed arrays, and the buffers for the transfer list. */
export interface Detached {
  readonly value: readonly RunEvent[];
  readonly transfer: ArrayBuffer[];
}

/**
 * Copies the typed arrays of the views among the events, so that sending them by transfer leaves the sender's own arrays
 * whole: stages and caches go on to use them.
 */
export function detachViews(events: readonly RunEvent[]): Detached {
  const transfer: ArrayBuffer[] = [];
  const value = events.map((event) => (event.kind === 'view' ? detach(event, transfer) : event));
  return { value, transfer };
}

/** A copy down to the typed arrays, at any depth; arrays of plain values are shared. */
function detach<T>(value: T, transfer: ArrayBuffer[]): T {
  const copy = (at: unknown): unknown => {
    if (ArrayBuffer.isView(at)) {
      const own = (at as TypedArray).slice();
      transfer.push(own.buffer as ArrayBuffer);
      return own;
    }
    if (Array.isArray(at)) return at.some(isObject) ? at.map(copy) : at;
    if (!isObject(at)) return at;
    return Object.fromEntries(Object.entries(at).map(([name, part]) => [name, copy(part)]));
  };
  return copy(value) as T;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
