import { tf, type Tensor, type Tensor2D } from '../tensors.ts';
import { matrixProduct } from '../math/matrix-product.ts';

/** y = x W + b along the last axis. x [..., D], W [D, E], b [E] or none. // [..., E] */
export function dense<T extends Tensor>(x: T, weights: Tensor, biases?: Tensor): T {
  const [inputs, outputs] = weights.shape as [number, number];
  const flat = tf.reshape(x, [-1, inputs]);
  const projected = matrixProduct(flat, weights as Tensor2D);
  const shifted = biases ? tf.add(projected, biases) : projected;
  return tf.reshape(shifted, [...x.shape.slice(0, -1), outputs]) as unknown as T;
}
