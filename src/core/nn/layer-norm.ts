import { tf, type Tensor } from '../tensors.ts';

/**
 * Layer normalization as BERT4Rec's PyTorch reference has it: gain (x - mean) / (std + epsilon) + bias over the last axis,
 * std with D - 1 in the denominator and epsilon added to the std, not to the variance. The derivative of std at 0 is 0.
 * x [..., D], gain and bias [D]. // [..., D]
 */
export function layerNorm<T extends Tensor>(x: T, gain: Tensor, bias: Tensor, epsilon = 1e-6): T {
  return tf.add(tf.mul(standardized(x, epsilon), gain), bias) as T;
}

/** (x - mean) / (std + epsilon). With c = x - mean, s = std + epsilon: dx = (g - mean g)/s - c Σ(g c) / ((D - 1) s² std). */
function standardized(x: Tensor, epsilon: number): Tensor {
  const size = x.shape.at(-1) ?? 1;
  const free = Math.max(1, size - 1);
  const parts = (input: Tensor) => {
    const centred = tf.sub(input, tf.mean(input, -1, true));
    const deviation = tf.sqrt(tf.div(tf.sum(tf.square(centred), -1, true), free));
    return { centred, deviation, scale: tf.add(deviation, epsilon) };
  };
  const compute = tf.customGrad((...given) => {
    const [input, save] = given as [Tensor, (tensors: Tensor[]) => void];
    save([input]);
    const { centred, scale } = parts(input);
    const gradFunc = (dy: Tensor, saved: Tensor[]) => {
      const again = parts(saved[0] as Tensor);
      const along = tf.sum(tf.mul(dy, again.centred), -1, true);
      const bent = tf.divNoNan(along, tf.mul(tf.mul(tf.square(again.scale), again.deviation), free));
      const straight = tf.div(tf.sub(dy, tf.mean(dy, -1, true)), again.scale);
      return tf.sub(straight, tf.mul(again.centred, bent));
    };
    return { value: tf.div(centred, scale), gradFunc };
  });
  return compute(x);
}
