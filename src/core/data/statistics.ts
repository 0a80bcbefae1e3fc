import type { Dataset } from '../contracts.ts';
import { itemCounts, itemsOf, type Interactions } from './interactions.ts';

/** Smallest, middle, mean and largest of a list of counts. */
export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly mean: number;
  readonly max: number;
}

export interface DatasetStatistics {
  readonly users: number;
  readonly items: number;
  readonly interactions: number;
  /** Distinct user-item pairs divided by U * I. */
  readonly density: number;
  readonly perUser: Spread;
  readonly perItem: Spread;
  /** Gini coefficient of interactions per item: 0 = all items equally popular, near 1 = one item has all. */
  readonly popularityGini: number;
  /** Interactions per user whose times are all known, null when no user's are. */
  readonly sequenceLength: Spread | null;
}

/** Size, density, long tail and sequence lengths of a dataset. Repeated interactions count as interactions, not in the density. */
export function datasetStatistics(dataset: Pick<Dataset, 'interactions'>): DatasetStatistics {
  const { interactions } = dataset;
  const { userCount, itemCount, items, times } = interactions;
  const lengths = Array.from({ length: userCount }, (_, user) => itemsOf(interactions, user).length);
  const timed = times
    ? lengths.filter((_, user) => !timesOf(interactions, times, user).some(Number.isNaN))
    : [];
  const perItem = itemCounts(interactions);
  const cells = userCount * itemCount;
  return {
    users: userCount,
    items: itemCount,
    interactions: items.length,
    density: cells === 0 ? 0 : distinctPairs(interactions) / cells,
    perUser: spread(lengths),
    perItem: spread(perItem),
    popularityGini: gini(perItem),
    sequenceLength: timed.length > 0 ? spread(timed) : null,
  };
}

/** Smallest, median (mean of the two middle values when even), mean and largest; all 0 for an empty list. */
export function spread(counts: ArrayLike<number>): Spread {
  const sorted = Float64Array.from(counts).sort();
  if (sorted.length === 0) return { min: 0, median: 0, mean: 0, max: 0 };
  const at = (index: number) => sorted[index] as number;
  const half = sorted.length / 2;
  return {
    min: at(0),
    median: (at(Math.ceil(half) - 1) + at(Math.floor(half))) / 2,
    mean: sorted.reduce((sum, count) => sum + count, 0) / sorted.length,
    max: at(sorted.length - 1),
  };
}

/** Gini coefficient of counts x sorted ascending: sum_i (2i - n - 1) x_i / (n sum x), i from 1; 0 when all are 0. */
export function gini(counts: ArrayLike<number>): number {
  const sorted = Float64Array.from(counts).sort();
  const n = sorted.length;
  let weighted = 0;
  let total = 0;
  sorted.forEach((count, at) => {
    weighted += (2 * (at + 1) - n - 1) * count;
    total += count;
  });
  return total === 0 ? 0 : weighted / (n * total);
}

function timesOf(interactions: Interactions, times: Float64Array, user: number): Float64Array {
  return times.subarray(interactions.offsets[user], interactions.offsets[user + 1]);
}

/** Items ascend within a user, so a repeat follows its first. */
function distinctPairs(interactions: Interactions): number {
  let pairs = 0;
  for (let user = 0; user < interactions.userCount; user++) {
    const row = itemsOf(interactions, user);
    row.forEach((item, at) => {
      if (at === 0 || row[at - 1] !== item) pairs++;
    });
  }
  return pairs;
}
