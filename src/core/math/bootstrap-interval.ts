import { badInput } from '../errors.ts';
import type { Rng } from './rng.ts';
import { quantile } from './statistics.ts';

const DRAWS = 10_000;

/**
 * Percentile bootstrap interval of the mean (Efron 1979): values drawn again with replacement 10,000 times (or `draws`) from a seeded
 * stream. With very few values it is too narrow; it says so by collapsing to a point for one value.
 */
export function bootstrapInterval(
  values: readonly number[],
  rng: Rng,
  confidence = 0.95,
  draws = DRAWS,
): readonly [number, number] {
  if (values.length === 0) throw badInput('values', 'must hold at least one value');
  if (!(confidence > 0 && confidence < 1)) throw badInput('confidence', 'must lie in (0, 1)', confidence);
  const stream = rng.stream('bootstrap');
  const means = Float64Array.from({ length: draws }, () => {
    let sum = 0;
    for (let n = 0; n < values.length; n++) sum += values[stream.integer(values.length)] as number;
    return sum / values.length;
  });
  const tail = (1 - confidence) / 2;
  return [quantile(means, tail) as number, quantile(means, 1 - tail) as number];
}
