import { tf, type Tensor } from '../tensors.ts';

const root = Math.sqrt(2 / Math.PI);
const cubic = 0.044715;

/** GELU, tanh approximation: x/2 (1 + tanh(sqrt(2/pi)(x + 0.044715 x³))). First derivatives only. */
export function gelu<T extends Tensor>(x: T): T {
  const bend = (input: Tensor) =>
    tf.tanh(tf.mul(tf.mul(input, root), tf.add(1, tf.mul(tf.square(input), cubic))));
  const compute = tf.customGrad((...given) => {
    const [input, save] = given as [Tensor, (tensors: Tensor[]) => void];
    const bent = bend(input);
    save([input, bent]);
    const gradFunc = (dy: Tensor, saved: Tensor[]) => {
      const [at, t] = saved as [Tensor, Tensor];
      const slope = tf.mul(tf.add(tf.mul(tf.square(at), 3 * cubic * root), root), tf.mul(at, 0.5));
      const rest = tf.mul(tf.sub(1, tf.square(t)), slope);
      return tf.mul(dy, tf.add(tf.mul(tf.add(t, 1), 0.5), rest));
    };
    return { value: tf.mul(tf.mul(input, 0.5), tf.add(bent, 1)), gradFunc };
  });
  return compute(x) as T;
}
