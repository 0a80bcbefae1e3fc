import { badInput } from '../errors.ts';

/** How far apart two popularity profiles are; 0 = the same, 1 = no item in common. */
export interface PopularityDivergence {
  /** ½ Σ |p - q| */
  readonly totalVariation: number;
  /** ½ KL(p ‖ m) + ½ KL(q ‖ m), m = (p + q) / 2, in bits. */
  readonly jensenShannonDivergence: number;
  /** Its square root, a metric. */
  readonly jensenShannonDistance: number;
}

/** Compares clicks per item of two data sets over the same items; only the proportions count. // [I], [I] */
export function popularityDivergence(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
): PopularityDivergence {
  if (first.length !== second.length) {
    throw badInput('second', `must count the same ${first.length} items`, second.length);
  }
  const p = shares(first, 'first');
  const q = shares(second, 'second');
  let difference = 0;
  let divergence = 0;
  p.forEach((share, item) => {
    const other = q[item] as number;
    difference += Math.abs(share - other);
    divergence += bits(share, other) + bits(other, share);
  });
  // Rounding can leave -1e-17 for equal profiles.
  const jensenShannonDivergence = Math.min(1, Math.max(0, divergence / 2));
  return {
    totalVariation: difference / 2,
    jensenShannonDivergence,
    jensenShannonDistance: Math.sqrt(jensenShannonDivergence),
  };
}

/** share · log2(share / mean of both), 0 for no share. */
function bits(share: number, other: number): number {
  return share === 0 ? 0 : share * Math.log2((2 * share) / (share + other));
}

function shares(counts: ArrayLike<number>, name: string): number[] {
  const list = Array.from(counts);
  const strange = list.find((count) => !(count >= 0 && Number.isFinite(count)));
  if (strange !== undefined) throw badInput(name, 'counts must be finite and not negative', String(strange));
  const total = list.reduce((sum, count) => sum + count, 0);
  if (total === 0) throw badInput(name, 'must hold at least one click');
  return list.map((count) => count / total);
}
