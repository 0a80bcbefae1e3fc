import type { LiveSeries } from './live-run.ts';

export interface Point {
  readonly repeat: number;
  readonly x: number;
  readonly value: number | null;
}

/**
 * A curve with points added, in one copy. A point at a place that there is replaces the value there; repeats that have no value
 * at a new place get null.
 */
export function addPoints(series: LiveSeries, points: readonly Point[]): LiveSeries {
  const x = [...series.x];
  const values = series.values.map((row) => [...row]);
  for (const { repeat, x: place, value } of points) {
    while (values.length <= repeat) values.push(new Array<number | null>(x.length).fill(null));
    const at = placeOf(x, place);
    if (x[at] !== place) {
      x.splice(at, 0, place);
      for (const row of values) row.splice(at, 0, null);
    }
    (values[repeat] as (number | null)[])[at] = value;
  }
  return { name: series.name, x, values };
}

/** The index of the first entry that is not below `place`; most points come at the end. */
function placeOf(x: readonly number[], place: number): number {
  const last = x.at(-1);
  if (last === undefined || place > last) return x.length;
  let low = 0;
  let high = x.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((x[middle] as number) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
