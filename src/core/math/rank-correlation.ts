/**
 * Spearman's rank correlation of two scorings of the same items: Pearson's correlation of the ranks, equal scores sharing their mean rank.
 * 1 for the same order, -1 for the opposite one. Undefined for fewer than two items or where one scoring tells no items apart.
 */
export function rankCorrelation(one: Float32Array, other: Float32Array): number | undefined {
  if (one.length !== other.length) throw new RangeError(`Two scorings of ${one.length} and ${other.length} items.`); // prettier-ignore
  const [first, second] = [centredRanks(one), centredRanks(other)];
  const product = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, at) => sum + x * (b[at] as number), 0); // prettier-ignore
  const scale = Math.sqrt(product(first, first) * product(second, second));
  return scale > 0 ? product(first, second) / scale : undefined;
}

/** Rank of every score from the lowest up, minus the mean rank. Sorted as plain numbers, which is many times faster than by a rule. */
function centredRanks(scores: Float32Array): Float64Array {
  const sorted = Float32Array.from(scores).sort();
  const rankOf = new Map<number, number>();
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    rankOf.set(sorted[from] as number, (from + to - 1) / 2);
  }
  const middle = (scores.length - 1) / 2;
  return Float64Array.from(scores, (score) => (rankOf.get(score) as number) - middle);
}
