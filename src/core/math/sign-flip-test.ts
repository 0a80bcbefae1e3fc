import { badInput } from '../errors.ts';
import type { Rng } from './rng.ts';

/** Up to this many pairs every pattern of signs is counted; above it they are drawn. */
const EXACT_PAIRS = 14;
const DRAWS = 20_000;

/**
 * Two-sided p-value of the paired sign-flip permutation test (Fisher 1935): how often does the mean difference get at least as large
 * in magnitude when the sign of each difference is a fair coin? Exact up to 14 pairs, so that p is a multiple of 2^-n and
 * five repeats cannot give less than 1/16; above, 20,000 seeded draws (or `draws`), where the data itself counts as one (never 0).
 */
export function signFlipTest(differences: readonly number[], rng: Rng, draws = DRAWS): number {
  const pairs = differences.length;
  if (pairs === 0) throw badInput('differences', 'must hold at least one pair');
  const observed = Math.abs(differences.reduce((sum, value) => sum + value, 0));
  // Sums that are equal on paper differ in the last bits.
  const bar = observed - 1e-12 * differences.reduce((sum, value) => sum + Math.abs(value), 0);
  const reaches = (isFlipped: (pair: number) => boolean) => {
    let sum = 0;
    differences.forEach((value, pair) => (sum += isFlipped(pair) ? -value : value));
    return Math.abs(sum) >= bar;
  };
  let count = 0;
  if (pairs <= EXACT_PAIRS) {
    for (let signs = 0; signs < 1 << pairs; signs++) {
      if (reaches((pair) => ((signs >> pair) & 1) === 1)) count++;
    }
    return count / (1 << pairs);
  }
  const coins = rng.stream('sign-flip');
  for (let draw = 0; draw < draws; draw++) if (reaches(() => coins.uniform() < 0.5)) count++;
  return (count + 1) / (draws + 1);
}
