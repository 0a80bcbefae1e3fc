import { tf, type Scalar, type Tensor2D } from '../tensors.ts';

/** Probabilities below this count as 0, so that p ln p is 0 there. */
const TINY = 1e-30;

/** KL(P ‖ Q) = Σ p ln(p / q) with q ∝ 1 / (1 + ‖y_i - y_j‖²) over i ≠ j (van der Maaten and Hinton 2008, Eq. 4). */
export function tsneDivergence(joint: Tensor2D, embedding: Tensor2D): Scalar {
  return tf.tidy(() => {
    const kernel = studentKernel(embedding, offDiagonal(joint.shape[0]));
    const q = tf.div(kernel, tf.sum(kernel));
    const ratio = tf.sub(tf.log(tf.maximum(joint, TINY)), tf.log(tf.maximum(q, TINY)));
    return tf.sum<Scalar>(tf.mul(joint, ratio));
  });
}

/**
 * 4 Σ_j (e p_ij - q_ij)(y_i - y_j) / (1 + ‖y_i - y_j‖²), the gradient of the divergence by the embedding (Eq. 5), where
 * e >= 1 exaggerates the attraction. The sum over j is one product of the [n, n] weights with [y, 1].
 */
export function tsneGradient(
  joint: Tensor2D, // [n, n]
  embedding: Tensor2D, // [n, 2]
  others: Tensor2D = offDiagonal(joint.shape[0]), // [n, n]
  exaggeration = 1,
): Tensor2D {
  return tf.tidy(() => {
    const [n, dimensions] = embedding.shape;
    const kernel = studentKernel(embedding, others);
    const repulsion = tf.mul(kernel, tf.div(1 / exaggeration, tf.sum(kernel)));
    const weights = tf.mul<Tensor2D>(tf.sub(joint, repulsion), kernel); // [n, n]
    const sums = tf.matMul(weights, tf.concat2d([embedding, tf.ones([n, 1])], 1)); // [n, 3]
    const pulled = tf.slice(sums, [0, 0], [n, dimensions]);
    const total = tf.slice(sums, [0, dimensions], [n, 1]);
    return tf.mul<Tensor2D>(tf.sub(tf.mul(embedding, total), pulled), 4 * exaggeration);
  });
}

/** 1 off the diagonal, 0 on it. // [n, n] */
export function offDiagonal(n: number): Tensor2D {
  return tf.tidy(() => tf.sub<Tensor2D>(1, tf.eye(n)));
}

/** 1 / (1 + ‖y_i - y_j‖²), 0 on the diagonal; 1 + ‖y_i - y_j‖² as the one product [y, ‖y‖², 1] · [-2y, 1, 1 + ‖y‖²]ᵀ. */
function studentKernel(embedding: Tensor2D, others: Tensor2D): Tensor2D {
  const squares = tf.sum<Tensor2D>(tf.square(embedding), 1, true); // [n, 1]
  const one = tf.onesLike(squares);
  const left = tf.concat2d([embedding, squares, one], 1);
  const right = tf.concat2d([tf.mul<Tensor2D>(embedding, -2), one, tf.add<Tensor2D>(squares, 1)], 1);
  return tf.div(others, tf.matMul(left, tf.transpose(right)));
}
