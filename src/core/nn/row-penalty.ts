import { tf, type Scalar, type Tensor1D, type Tensor2D } from '../tensors.ts';

/**
 * Σ_r w_r ‖t_r‖²: the L2 term of the rows that a batch uses, each as often as it is used, as the code of Tang et al. 2020 adds it to the
 * loss of NeuMF and CML. Rows of weight 0 get no gradient, unlike under a decay of all parameters. table [n, D], weights [n]; a scalar.
 */
export function rowPenalty(table: Tensor2D, weights: Tensor1D): Scalar {
  return tf.sum(tf.mul(tf.sum(tf.square(table), 1), weights)) as Scalar;
}

/** How often each of `count` rows stands in a list. // [count] */
export function useCounts(rows: Int32Array, count: number): Tensor1D {
  const uses = new Float32Array(count);
  for (const row of rows) uses[row] = (uses[row] as number) + 1;
  return tf.tensor1d(uses);
}
