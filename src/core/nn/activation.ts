import { indicator } from '../math/indicator.ts';
import { exp, sigmoid, tanh } from '../math/smooth.ts';
import { tf, type Tensor } from '../tensors.ts';

export type ActivationName = 'tanh' | 'selu' | 'relu' | 'sigmoid' | 'linear';

/** Elementwise activations that can be differentiated any number of times (at a kink: the derivative from below). */
export const activation: Readonly<Record<ActivationName, <T extends Tensor>(x: T) => T>> = {
  tanh,
  sigmoid,
  selu,
  relu: (x) => tf.mul(x, indicator(x)),
  linear: (x) => x,
};

const seluScale = 1.0507009873554805;
const seluAlpha = 1.6732632423543772;

/** Scaled exponential linear unit (Klambauer et al. 2017): s x for x > 0, s a (e^x - 1) below. */
function selu<T extends Tensor>(x: T): T {
  const above = tf.mul(x, indicator(x)) as T;
  const below = tf.sub(x, above) as T;
  return tf.mul(tf.add(above, tf.mul(tf.sub(exp(below), 1), seluAlpha)), seluScale) as T;
}
