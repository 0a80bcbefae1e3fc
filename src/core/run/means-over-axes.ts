import { bootstrapInterval } from '../math/bootstrap-interval.ts';
import { createRng } from '../math/rng.ts';
import { mean, standardDeviation } from '../math/statistics.ts';
import {
  phaseOrder,
  type AxisMean,
  type Cell,
  type Measured,
  type Measurements,
  type Phase,
} from './result.ts';

/**
 * Means over a grid of two or more axes: for every point of every axis, the mean over the cells at that point of each metric of each phase
 * (a mean over strata and victims, say, for each attack). Cells are averaged within a repeat, so `values`, the deviation and the 95%
 * bootstrap interval are over repeats of that mean. A metric that not every cell of the point has in every repeat has no mean here: over
 * different cells it could not be compared. Empty for a single axis, where the cells say it all.
 */
export function meansOverAxes(cells: readonly Cell[]): readonly AxisMean[] {
  const axes = Object.keys(cells[0]?.at ?? {});
  if (axes.length < 2) return [];
  return axes.flatMap((axis) => {
    const labels = new Set(cells.map(({ at }) => at[axis] as string));
    return [...labels].map((label) => {
      const here = cells.filter(({ at }) => at[axis] === label);
      const phases: Partial<Record<Phase, Measurements>> = {};
      for (const phase of phaseOrder) {
        const measured = meansOf(here.map((cell) => cell.phases[phase] ?? {}));
        if (Object.keys(measured).length > 0) phases[phase] = measured;
      }
      return { at: { [axis]: label }, cells: here.length, phases };
    });
  });
}

function meansOf(cells: readonly Measurements[]): Measurements {
  const means: Record<string, Measured> = {};
  for (const metric of Object.keys(cells[0] ?? {})) {
    const lists = cells.map((measured) => measured[metric]?.values ?? []);
    const repeats = lists[0]?.length ?? 0;
    const whole = lists.every((list) => list.length === repeats && list.every((value) => value !== null));
    if (repeats === 0 || !whole) continue;
    const values = Array.from({ length: repeats }, (_, at) => mean(lists.map((list) => list[at] as number)) as number); // prettier-ignore
    means[metric] = {
      mean: mean(values) as number,
      std: standardDeviation(values) ?? null,
      values,
      ...(repeats > 1 && { interval: bootstrapInterval(values, createRng(`mean over cells ${metric}`)) }),
    };
  }
  return means;
}
