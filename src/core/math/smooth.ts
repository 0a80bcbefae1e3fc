/**
 * Smooth functions that can be differentiated any number of times. The library's own sigmoid, tanh, exp and softmax keep
 * their OUTPUT for the gradient, which is not on the outer tape: the second derivative throws, or is silently wrong
 * (`tf.losses.sigmoidCrossEntropy`). These keep the INPUT and compute the derivative with each other.
 */
import { tf, type Tensor } from '../tensors.ts';

export const exp = smooth(tf.exp, (x) => exp(x));

/** 1 / (1 + e^-x). */
export const sigmoid = smooth(tf.sigmoid, (x) => {
  const y = sigmoid(x);
  return tf.mul(y, tf.sub(1, y));
});

export const tanh = smooth(tf.tanh, (x) => tf.sub(1, tf.square(tanh(x))));

/** log(1 + e^x), without overflow. */
export const softplus = smooth(tf.softplus, (x) => sigmoid(x));

/** x - log sum exp(x) along the last axis, without overflow. // [..., n] */
export function logSoftmax<T extends Tensor>(logits: T): T {
  const compute = tf.customGrad((...given) => {
    const [x, save] = given as [Tensor, (tensors: Tensor[]) => void];
    save([x]);
    const gradFunc = (dy: Tensor, saved: Tensor[]) =>
      tf.sub(dy, tf.mul(tf.sum(dy, -1, true), softmax(saved[0] as Tensor)));
    return { value: tf.logSoftmax(x), gradFunc };
  });
  return compute(logits) as T;
}

/** log sum exp(x) along the last axis, without overflow. [..., n] gives [...]. */
export function logSumExp(logits: Tensor): Tensor {
  const compute = tf.customGrad((...given) => {
    const [x, save] = given as [Tensor, (tensors: Tensor[]) => void];
    save([x]);
    const gradFunc = (dy: Tensor, saved: Tensor[]) =>
      tf.mul(tf.expandDims(dy, -1), softmax(saved[0] as Tensor));
    return { value: tf.logSumExp(x, -1), gradFunc };
  });
  return compute(logits);
}

/** Softmax along the last axis. // [..., n] */
export function softmax<T extends Tensor>(logits: T): T {
  return exp(logSoftmax(logits));
}

/**
 * Cross-entropy of a Bernoulli variable, element by element, from the logit x and the label y in [0, 1]:
 * softplus(x) - x y. Differentiable by both.
 */
export function binaryCrossEntropy<T extends Tensor>(logits: T, labels: T): T {
  return tf.sub(softplus(logits), tf.mul(logits, labels)) as T;
}

/** An elementwise function with its derivative, both functions of the input. */
function smooth(
  value: (x: Tensor) => Tensor,
  derivative: (x: Tensor) => Tensor,
): <T extends Tensor>(x: T) => T {
  const compute = tf.customGrad((...given) => {
    const [x, save] = given as [Tensor, (tensors: Tensor[]) => void];
    save([x]);
    const gradFunc = (dy: Tensor, saved: Tensor[]) => tf.mul(dy, derivative(saved[0] as Tensor));
    return { value: value(x), gradFunc };
  });
  return <T extends Tensor>(x: T) => compute(x) as T;
}
