import type { AbortSignalLike } from '../core/contracts.ts';
import type { RunEvent } from '../core/run/events.ts';
import type { Granularity } from '../protocol/messages.ts';

/** Lets one job run freely, hold, go on by steps, or end. */
export interface JobControl {
  readonly signal: AbortSignalLike;
  readonly isHeld: boolean;
  /** Milliseconds held so far: clocks of the job leave them out. */
  readonly heldMilliseconds: number;
  pause(): void;
  resume(): void;
  /** Run to the next thing done on this level or a coarser one, then hold: the beginning of a stage is nothing done. */
  step(granularity: Granularity): void;
  cancel(): void;
  /** Takes note of an event: it may be where a step ends. */
  passed(event: RunEvent): void;
  /** Resolves when the job may go on or was cancelled; calls `onHeld` when it has to wait. */
  go(): Promise<void>;
}

const coarseness: Record<Granularity, number> = { inner: 0, outer: 1, stage: 2 };

export function createJobControl(now: () => number, onHeld: () => void): JobControl {
  let aborted = false;
  let mode: 'free' | 'held' | Granularity = 'free';
  let release: (() => void) | undefined;
  let held = 0;

  const set = (next: typeof mode) => {
    mode = next;
    if (mode !== 'held') release?.();
  };
  return {
    signal: {
      get aborted() {
        return aborted;
      },
    },
    get isHeld() {
      return mode === 'held' && !aborted;
    },
    get heldMilliseconds() {
      return held;
    },
    pause: () => set('held'),
    resume: () => set('free'),
    step: (granularity) => set(granularity),
    cancel: () => {
      aborted = true;
      release?.();
    },
    passed: (event) => {
      if (event.kind !== 'progress' || event.progress.done === 0) return;
      if (mode === 'free' || mode === 'held') return;
      if (coarseness[event.progress.level] >= coarseness[mode]) set('held');
    },
    go: async () => {
      while (mode === 'held' && !aborted) {
        const since = now();
        onHeld();
        await new Promise<void>((resolve) => (release = resolve));
        release = undefined;
        held += now() - since;
      }
    },
  };
}
