/** The most popular `items` percent of a catalogue get this `share` (0 to 1) of all interactions. */
export interface PopularityPoint {
  readonly items: number;
  readonly share: number;
}

const percents = [0, 1, 2, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100];

/**
 * How concentrated interactions are on popular items: with the counts sorted from the largest, the share of their sum that the first
 * ceil(percent · I / 100) of them hold. A share of 0 everywhere when there are no interactions.
 */
export function popularityCurve(
  counts: ArrayLike<number>,
  at: readonly number[] = percents,
): readonly PopularityPoint[] {
  const sorted = Float64Array.from(counts).sort().reverse();
  const total = sorted.reduce((sum, count) => sum + count, 0);
  const cumulative = new Float64Array(sorted.length + 1);
  sorted.forEach((count, place) => (cumulative[place + 1] = (cumulative[place] as number) + count));
  return at.map((items) => {
    const taken = Math.min(sorted.length, Math.ceil((items * sorted.length) / 100 - 1e-9));
    return { items, share: total === 0 ? 0 : (cumulative[taken] as number) / total };
  });
}
