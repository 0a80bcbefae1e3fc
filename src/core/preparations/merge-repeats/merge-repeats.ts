import type { Dataset, Preparation } from '../../contracts.ts';
import { userColumn } from '../../data/columns.ts';
import { keepInteractions } from '../../data/subset.ts';
import type { MergeRepeatsParameters } from './spec.ts';

/**
 * Merges the interactions of one user with one item into one. Within a user items ascend, so repeats are neighbours: each run
 * of equal items keeps its latest entry, with the rating of the whole run put on it.
 */
export const mergeRepeats: Preparation<MergeRepeatsParameters> = {
  prepare(dataset, { rating }) {
    const { items, values, times } = dataset.interactions;
    const userOf = userColumn(dataset.interactions);
    const merged = values?.slice();
    const keeps = new Uint8Array(items.length);
    for (let from = 0; from < items.length;) {
      let to = from + 1;
      while (to < items.length && items[to] === items[from] && userOf[to] === userOf[from]) to++;
      let latest = to - 1;
      if (times) {
        for (let at = to - 1; at >= from; at--) {
          if ((times[at] as number) > (times[latest] as number)) latest = at;
        }
      }
      keeps[latest] = 1;
      if (merged && values) {
        merged[latest] = combined[rating](values.subarray(from, to), values[latest] as number);
      }
      from = to;
    }
    const rated: Dataset = {
      ...dataset,
      interactions: { ...dataset.interactions, ...(merged && { values: merged }) },
    };
    return keepInteractions(rated, (at) => keeps[at] === 1);
  },
};

type Rating = MergeRepeatsParameters['rating'];

const combined: Readonly<Record<Rating, (run: Float32Array, latest: number) => number>> = {
  latest: (_, latest) => latest,
  mean: (run) => total(run) / run.length,
  sum: total,
  largest: (run) => Math.max(...run),
};

function total(run: Float32Array): number {
  return run.reduce((sum, value) => sum + value, 0);
}
