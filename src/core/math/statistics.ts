/** Arithmetic mean; undefined for no values. */
export function mean(values: ArrayLike<number>): number | undefined {
  if (values.length === 0) return undefined;
  let sum = 0;
  for (let n = 0; n < values.length; n++) sum += values[n] as number;
  return sum / values.length;
}

/** Sample standard deviation, with n - 1; undefined for fewer than two values. */
export function standardDeviation(values: ArrayLike<number>): number | undefined {
  const centre = mean(values);
  if (centre === undefined || values.length < 2) return undefined;
  let sum = 0;
  for (let n = 0; n < values.length; n++) sum += ((values[n] as number) - centre) ** 2;
  return Math.sqrt(sum / (values.length - 1));
}

/**
 * The value below which a share 0..1 of the values lies, interpolated linearly between order statistics (Hyndman and Fan 1996,
 * type 7, the default of R and NumPy); undefined for no values.
 */
export function quantile(values: ArrayLike<number>, share: number): number | undefined {
  const sorted = Float64Array.from(values).sort();
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)];
  const high = sorted[Math.ceil(place)];
  if (low === undefined || high === undefined) return undefined;
  return low + (high - low) * (place - Math.floor(place));
}
