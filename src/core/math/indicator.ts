import { tf, type Tensor } from '../tensors.ts';

/** 1 where x > 0 and 0 elsewhere, as a constant of every derivative (TensorFlow.js has no gradient for comparisons at all). */
export function indicator<T extends Tensor>(x: T): T {
  const op = tf.customGrad((...given) => ({
    value: tf.cast(tf.greater(given[0] as Tensor, 0), 'float32') as Tensor,
    gradFunc: (dy: Tensor) => tf.zerosLike(dy),
  }));
  return op(x) as T;
}
