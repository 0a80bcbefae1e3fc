/** Makes the median absolute deviation of normal values their standard deviation. */
const normal = 1.4826;

/** Distance of each value from the median in robust standard deviations, 1.4826 times the median absolute deviation. */
export function robustScores(values: Float64Array): Float64Array {
  const middle = median(values);
  const spread = normal * median(values.map((value) => Math.abs(value - middle)));
  return values.map((value) => (value - middle) / Math.max(spread, 1e-6));
}

/** The middle value, or the mean of the two middle ones; 0 of nothing. */
export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1
    ? (sorted[half] as number)
    : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}
