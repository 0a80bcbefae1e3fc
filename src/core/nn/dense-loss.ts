import { indicator } from '../math/indicator.ts';
import { matrixProduct } from '../math/matrix-product.ts';
import { tf, type Scalar, type Tensor2D } from '../tensors.ts';

/**
 * The part of the weighted square loss (Tang et al. 2020, Eq. 5) that belongs to fake users, whose profiles x may be fractional and are
 * differentiated: sum over [F, I] of w (x - S)², w = weight where x > 0 and 1 elsewhere. w is a constant of every derivative.
 */
export function denseLoss(fakes: Tensor2D, items: Tensor2D, profiles: Tensor2D, weight: number): Scalar {
  const error = tf.sub(scores(fakes, items), profiles);
  return tf.sum(tf.mul(cellWeights(profiles, weight), tf.square(error))) as Scalar;
}

/** Half the gradient: E Q for the fakes [F, D] and Eᵀ F for the items [I, D], E = W ∘ (S - x). */
export function denseGradient(fakes: Tensor2D, items: Tensor2D, profiles: Tensor2D, weight: number) {
  const error = weightedError(fakes, items, profiles, weight);
  return {
    fakes: tf.matMul(error, items) as Tensor2D,
    items: tf.matMul(tf.transpose(error), fakes) as Tensor2D,
  };
}

/**
 * Half the Hessian-vector product for the direction (A over fakes, B over items), and the whole mixed derivative by x:
 * with D = W ∘ (A Qᵀ + F Bᵀ), fakes D Q + E B, items Dᵀ F + Eᵀ A, profiles -2 D.
 */
export function denseHessianVector(
  [fakes, items]: readonly [Tensor2D, Tensor2D],
  [a, b]: readonly [Tensor2D, Tensor2D],
  profiles: Tensor2D,
  weight: number,
) {
  const weights = cellWeights(profiles, weight);
  const error: Tensor2D = tf.mul(weights, tf.sub(scores(fakes, items), profiles));
  const change: Tensor2D = tf.mul(weights, tf.add(scores(a, items), scores(fakes, b)));
  return {
    fakes: tf.add(tf.matMul(change, items), tf.matMul(error, b)) as Tensor2D,
    items: tf.add(tf.matMul(tf.transpose(change), fakes), tf.matMul(tf.transpose(error), a)) as Tensor2D,
    profiles: tf.mul(change, -2) as Tensor2D,
  };
}

function weightedError(fakes: Tensor2D, items: Tensor2D, profiles: Tensor2D, weight: number): Tensor2D {
  return tf.mul(cellWeights(profiles, weight), tf.sub(scores(fakes, items), profiles));
}

/** The transpose is made first: the wasm backend is far slower with transposed operands. // [F, I] */
function scores(fakes: Tensor2D, items: Tensor2D): Tensor2D {
  return matrixProduct(fakes, tf.transpose(items));
}

/** 1 + (weight - 1) [x > 0]: no gradient passes through the comparison. */
function cellWeights(profiles: Tensor2D, weight: number): Tensor2D {
  return tf.add(tf.mul(indicator(profiles), weight - 1), 1);
}
