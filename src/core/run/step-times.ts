import { median } from '../math/robust-scores.ts';

/** Steps are timed for so many seconds; fewer than the fewest where these are slow, and never more than the most. */
const time = 0.5;
const fewest = 4;
const most = 300;

/** Whether the seconds of these steps, in the order in which they were made, are enough to tell what a step takes. */
export function areEnough(seconds: readonly number[]): boolean {
  const { length } = seconds;
  return length >= most || (length >= fewest && seconds.reduce((sum, one) => sum + one, 0) >= time);
}

/**
 * Seconds of a step of a longer training: the median of the later half. The first steps take up to five times as long, until the machine code
 * for them is made, and single ones wait for other work. 0 of no steps.
 */
export function typicalStep(seconds: readonly number[]): number {
  return median(seconds.slice(seconds.length >> 1));
}
