import { badInput, notFinite } from '../errors.ts';
import { tf, type Tensor2D } from '../tensors.ts';
import { leadingEigen } from './leading-eigen.ts';

export interface Pca {
  readonly mean: Float32Array; // [d]
  /** Orthonormal rows by descending variance, each with its entry of largest magnitude positive. // [K, d] */
  readonly components: Float32Array;
  readonly explainedVariance: Float64Array; // [K]
  readonly explainedVarianceRatio: Float64Array; // [K]
  readonly projection: Float32Array; // [n, K]
}

/** Below this share of the largest variance a direction is rounding noise of float32. */
const NOISE = 1e-7;
/** Relative rounding of float32 when the mean is taken: points closer together than this are the same. */
const ROUNDING = 3e-7;

/**
 * Principal components of points [n, d]: columns centred, not scaled; variance with n - 1. The Gram product of the smaller
 * side, ZᵀZ [d, d] or ZZᵀ [n, n], is a tensor product; its eigenproblem is solved in double precision. Moving the points moves
 * only the mean, scaling them by c > 0 scales projection and mean, and turning them turns mean and components and leaves the
 * projection (up to the sign rule).
 *
 * Degenerate cases: where the points vary in fewer than `count` directions the remaining components, variances and
 * projections are 0, and all ratios are 0 when the points are all the same (also n = 1). Directions of equal variance are
 * any orthonormal basis of their plane.
 */
export async function pca(points: Tensor2D, count = 2): Promise<Pca> {
  const [n, d] = points.shape;
  if (n === 0 || d === 0) throw badInput('points', 'must hold at least one point and one column', [n, d]);
  const side = Math.min(n, d);
  // Explicit transposes: the transposed forms of matMul are an order slower on wasm.
  const { middle, centred, gram } = tf.tidy(() => {
    const middle = tf.mean<Tensor2D>(points, 0, true);
    const centred = tf.sub<Tensor2D>(points, middle);
    const turned = tf.transpose(centred);
    return { middle, centred, gram: n < d ? tf.matMul(centred, turned) : tf.matMul(turned, centred) };
  });
  let directions: Tensor2D | undefined;
  let projected: Tensor2D | undefined;
  try {
    const product = await gram.data();
    if (product.some((value) => !Number.isFinite(value))) {
      throw notFinite('A coordinate of the points', 'Lower the learning rate of the model.');
    }
    const { values, vectors } = leadingEigen(product, side, Math.min(count, side));
    const mean = (await middle.data()) as Float32Array;
    const scatter = trace(product, side);
    const floor = Math.max(NOISE * (values[0] ?? 0), n * squaredNorm(mean) * ROUNDING ** 2);
    const kept = Array.from({ length: count }, (_, k) =>
      (values[k] ?? 0) > floor ? (values[k] as number) : 0,
    );
    const basis = tf.tensor2d(
      Float32Array.from({ length: count * side }, (_, at) => vectors[at] ?? 0),
      [count, side],
    );
    directions = n < d ? tf.tidy(() => tf.matMul(basis, centred)) : basis;
    if (directions !== basis) basis.dispose();
    const components = normalised((await directions.data()) as Float32Array, kept, d);
    directions.dispose();
    directions = tf.tensor2d(components, [count, d]);
    projected = tf.tidy(() => tf.matMul(centred, tf.transpose(directions as Tensor2D)));
    return {
      mean,
      components,
      explainedVariance: Float64Array.from(kept, (value) => (n > 1 ? value / (n - 1) : 0)),
      explainedVarianceRatio: Float64Array.from(kept, (value) => (value > 0 ? value / scatter : 0)),
      projection: (await projected.data()) as Float32Array,
    };
  } finally {
    tf.dispose([middle, centred, gram]);
    directions?.dispose();
    projected?.dispose();
  }
}

/** Rows of length 1 with their largest entry positive; rows without variance are 0. // [K, d] */
function normalised(rows: Float32Array, variances: readonly number[], d: number): Float32Array {
  const out = new Float32Array(rows.length);
  variances.forEach((variance, k) => {
    if (variance === 0) return;
    const row = rows.subarray(k * d, (k + 1) * d);
    let largest = 0;
    for (const value of row) if (Math.abs(value) > Math.abs(largest)) largest = value;
    const length = Math.sign(largest) * Math.sqrt(squaredNorm(row));
    row.forEach((value, i) => (out[k * d + i] = value / length));
  });
  return out;
}

function trace(matrix: ArrayLike<number>, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += matrix[i * n + i] as number;
  return sum;
}

function squaredNorm(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}
