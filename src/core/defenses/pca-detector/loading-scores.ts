import type { Interactions } from '../../data/interactions.ts';
import { eigenRounds, leadingEigen } from '../../math/leading-eigen.ts';
import type { Eigenpairs } from '../../math/symmetric-eigen.ts';

/** Up to this many users the covariance is built; above it only its products with vectors are. */
const small = 400;
const precision = { tolerance: 1e-8, maxRounds: 60 };

export interface Loadings {
  readonly eigenvalues: Float64Array; // [components]
  /** Sum over the leading components of the squared entry of a user. // [U] */
  readonly scores: Float64Array;
}

/**
 * Leading eigenvectors of the covariance of users C = ZZᵀ / I, z_u = (x_u - mean_u) / deviation_u over all items (a row that is all 0 or all 1
 * gives 0), and what part of them belongs to each user (Mehta & Nejdl 2009, PCA variable selection). Z is never built above `small` users:
 * Z v = D (X v - m Σv) with D = 1 / deviation, m the mean. Yields once a round.
 */
export function* loadingScores(interactions: Interactions, components: number): Generator<void, Loadings> {
  const { userCount, itemCount, offsets } = interactions;
  const count = Math.min(components, userCount);
  const means = Float64Array.from(
    { length: userCount },
    (_, user) => ((offsets[user + 1] as number) - (offsets[user] as number)) / itemCount,
  );
  const inverses = means.map((mean) => (mean > 0 && mean < 1 ? 1 / Math.sqrt(mean * (1 - mean)) : 0));
  const multiply = (basis: Float64Array, size: number) => {
    const image = new Float64Array(size * userCount);
    for (let row = 0; row < size; row++) {
      const from = row * userCount;
      image.set(covariance(interactions, means, inverses, basis.subarray(from, from + userCount)), from);
    }
    return image;
  };
  let pairs: Eigenpairs;
  if (userCount <= small) {
    const unit = new Float64Array(userCount * userCount);
    for (let user = 0; user < userCount; user++) unit[user * userCount + user] = 1;
    yield;
    pairs = leadingEigen(multiply(unit, userCount), userCount, count);
  } else {
    const rounds = eigenRounds(multiply, userCount, count, precision);
    let next = rounds.next();
    while (!next.done) {
      yield;
      next = rounds.next();
    }
    pairs = next.value;
  }
  const scores = new Float64Array(userCount);
  pairs.vectors.forEach((entry, at) => {
    scores[at % userCount] = (scores[at % userCount] as number) + entry * entry;
  });
  return { eigenvalues: pairs.values, scores };
}

/** C v = Z (Zᵀ v) / I. O(nnz + U + I). // [U] */
function covariance(
  { userCount, itemCount, offsets, items }: Interactions,
  means: Float64Array,
  inverses: Float64Array,
  v: Float64Array,
): Float64Array {
  const byItem = new Float64Array(itemCount);
  let shift = 0;
  for (let user = 0; user < userCount; user++) {
    const scaled = (v[user] as number) * (inverses[user] as number);
    shift += scaled * (means[user] as number);
    for (let at = offsets[user] as number; at < (offsets[user + 1] as number); at++) {
      const item = items[at] as number;
      byItem[item] = (byItem[item] as number) + scaled;
    }
  }
  let total = 0;
  for (let item = 0; item < itemCount; item++) {
    byItem[item] = (byItem[item] as number) - shift;
    total += byItem[item] as number;
  }
  const out = new Float64Array(userCount);
  for (let user = 0; user < userCount; user++) {
    let sum = -(means[user] as number) * total;
    for (let at = offsets[user] as number; at < (offsets[user + 1] as number); at++) {
      sum += byItem[items[at] as number] as number;
    }
    out[user] = (sum * (inverses[user] as number)) / itemCount;
  }
  return out;
}
