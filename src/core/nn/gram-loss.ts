import { sampledDenseDense } from '../kernels/sampled-dense-dense.ts';
import { sparseDense } from '../kernels/sparse-dense.ts';
import type { SparsePattern } from '../kernels/sparse-matrix.ts';
import { matrixProduct } from '../math/matrix-product.ts';
import { tf, type Scalar, type Tensor1D, type Tensor2D } from '../tensors.ts';

/**
 * The part of the weighted square loss of WRMF and ItemAE (Tang et al. 2020, Eq. 5) that belongs to users with known 0/1 rows, without
 * the [U, I] matrix:
 * sum over all cells of w (x - P_u·Q_i)² = <PᵀP, QᵀQ> + sum over positives of w (1 - s)² - s², with s = P_u·Q_i.
 * Exact; O(nnz·D + (U + I)·D²).
 */
export function gramLoss(users: Tensor2D, items: Tensor2D, matrix: SparsePattern, weight: number): Scalar {
  const scores = sampledDenseDense(users, items, matrix); // [nnz]
  const everywhere = tf.sum(tf.mul(gram(users), gram(items)));
  const positives = tf.sub(tf.mul(tf.square(tf.sub(1, scores)), weight), tf.square(scores));
  return tf.add(everywhere, tf.sum(positives)) as Scalar;
}

/** XᵀX. // [D, D] */
export function gram(factors: Tensor2D): Tensor2D {
  return matrixProduct(tf.transpose(factors), factors);
}

/** Half the derivative of the loss by the score of a positive, beyond the Gram term: (w - 1) s - w. // [nnz] */
export function positiveResidual(
  users: Tensor2D,
  items: Tensor2D,
  matrix: SparsePattern,
  weight: number,
): Tensor1D {
  return tf.sub(tf.mul(sampledDenseDense(users, items, matrix), weight - 1), weight);
}

/** Half the gradient: users [U, D] and items [I, D]. */
export function gramGradient(users: Tensor2D, items: Tensor2D, matrix: SparsePattern, weight: number) {
  const residual = positiveResidual(users, items, matrix, weight);
  return {
    users: tf.add(tf.matMul(users, gram(items)), sparseDense(residual, items, matrix)) as Tensor2D,
    items: tf.add(tf.matMul(items, gram(users)), sparseDense(residual, users, matrix.transposed)) as Tensor2D,
  };
}

/**
 * Half the Hessian-vector product for the direction (A over users, B over items). With E the residual on positives and
 * D = W ∘ (A Qᵀ + P Bᵀ): users D Q + E B, items Dᵀ P + Eᵀ A; the weight-1 part of both in Gram form.
 */
export function gramHessianVector(
  [users, items]: readonly [Tensor2D, Tensor2D],
  [a, b]: readonly [Tensor2D, Tensor2D],
  matrix: SparsePattern,
  weight: number,
) {
  const residual = positiveResidual(users, items, matrix, weight);
  const both = sampledDenseDense(tf.concat([a, users], 1), tf.concat([items, b], 1), matrix);
  const change = tf.mul(both, weight - 1) as Tensor1D; // (w - 1)(A_u·Q_i + P_u·B_i)
  const mixed: Tensor2D = tf.matMul(tf.transpose(b), items); // BᵀQ [D, D]
  const crossed: Tensor2D = tf.matMul(tf.transpose(a), users); // AᵀP [D, D]
  const symmetric = (square: Tensor2D) => tf.add(square, tf.transpose(square)) as Tensor2D;
  const { transposed } = matrix;
  return {
    users: tf.addN([
      tf.matMul(a, gram(items)),
      tf.matMul(users, symmetric(mixed)),
      sparseDense(change, items, matrix),
      sparseDense(residual, b, matrix),
    ]) as Tensor2D,
    items: tf.addN([
      tf.matMul(b, gram(users)),
      tf.matMul(items, symmetric(crossed)),
      sparseDense(change, users, transposed),
      sparseDense(residual, a, transposed),
    ]) as Tensor2D,
  };
}
