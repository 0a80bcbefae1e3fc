import { sampledDenseDense } from '../../kernels/sampled-dense-dense.ts';
import { matrixProduct } from '../../math/matrix-product.ts';
import { activation } from '../../nn/activation.ts';
import { indicator } from '../../math/indicator.ts';
import { pickRows, rowPattern } from '../../nn/pick-rows.ts';
import { tf, type Scalar, type Tensor, type Tensor1D, type Tensor2D } from '../../tensors.ts';

/** Squared distances of one user a row to the items of that row: ‖p‖² + ‖q‖² - 2 p·q. items [B · k] row-major; [B, k]. */
export function pairDistances(users: Tensor2D, items: Tensor2D, columns: Int32Array): Tensor2D {
  const rows = users.shape[0];
  const width = columns.length / Math.max(1, rows);
  const products = sampledDenseDense(users, items, rowPattern(columns, width, items.shape[0]));
  const lengths = pickRows(tf.expandDims(squaredLengths(items), 1) as Tensor2D, columns);
  const rest = tf.sub(tf.reshape(lengths, [rows, width]), tf.mul(tf.reshape(products, [rows, width]), 2));
  return tf.add(tf.expandDims(squaredLengths(users), 1), rest) as Tensor2D;
}

/** Squared distances of users to all items. // [B, I] */
export function allDistances(users: Tensor2D, items: Tensor2D): Tensor2D {
  const products = tf.mul(matrixProduct(users, tf.transpose(items)), 2);
  return tf.add(tf.expandDims(squaredLengths(users), 1), tf.sub(squaredLengths(items), products)) as Tensor2D;
}

/**
 * Hinge of every pair against its nearest negative (Hsieh et al. 2017, Eq. 1 with one negative): max(m + d⁺ - min_j d⁻_j, 0). With
 * `rankWeights` each is multiplied by log(1 + ⌊I M / n⌋), M of n negatives being inside the margin (Eq. 2), a constant of every derivative.
 * On a kink every derivative is that of the side where the hinge rests, and of the first of equally near negatives; a jump of the slope
 * counts as nothing, so that second derivatives are those of the smooth piece around the point.
 * positive [B, k], negatives [B, n]; [B, k].
 */
export function hinges(
  positive: Tensor2D,
  negatives: Tensor2D,
  margin: number,
  itemCount: number,
  rankWeights: boolean,
): Tensor2D {
  const nearest = tf.sum(tf.mul(negatives, nearestMask(negatives)), 1, true); // [B, 1]
  const plain = activation.relu(tf.sub(tf.add(positive, margin), nearest)) as Tensor2D;
  if (!rankWeights) return plain;
  const inside = tf.sub(tf.expandDims(tf.add(positive, margin), 2), tf.expandDims(negatives, 1)); // [B, k, n]
  const share = tf.mean(indicator(inside), 2); // no gradient passes
  return tf.mul(plain, tf.log1p(tf.floor(tf.mul(share, itemCount)))) as Tensor2D;
}

/** 1 at the smallest entry of a row, the first among equals; a constant of every derivative. // [B, n] */
export function nearestMask(distances: Tensor2D): Tensor2D {
  const op = tf.customGrad((...given) => {
    const x = given[0] as Tensor2D;
    const width = x.shape[1];
    // A one-hot of depth 1 does not exist.
    const value: Tensor =
      width === 1 ? tf.onesLike(x) : tf.cast(tf.oneHot(tf.argMin(x, 1), width), 'float32');
    return { value, gradFunc: (dy: Tensor) => tf.zerosLike(dy) };
  });
  return op(distances) as Tensor2D;
}

/** Vectors longer than 1 at length 1. // [n, D] */
export function inUnitBall(vectors: Tensor2D): Tensor2D {
  const lengths = tf.expandDims(squaredLengths(vectors), 1); // [n, 1]
  const outside = indicator(tf.sub(lengths, 1));
  const safe = tf.add(tf.mul(lengths, outside), tf.sub(1, outside)); // 1 inside
  return tf.div(vectors, tf.sqrt(safe)) as Tensor2D;
}

export function meanOver(values: Tensor2D, count: number): Scalar {
  return tf.div(tf.sum(values), Math.max(1, count)) as Scalar;
}

function squaredLengths(vectors: Tensor2D): Tensor1D {
  return tf.sum(tf.square(vectors), 1);
}
