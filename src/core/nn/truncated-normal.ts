import type { Rng } from '../math/rng.ts';
import { tf, type Tensor } from '../tensors.ts';

/** Normal numbers of mean 0, drawn again while they are more than two standard deviations away (BERT's initial weights). */
export function truncatedNormal(rng: Rng, shape: number[], deviation: number): Tensor {
  const values = new Float32Array(shape.reduce((size, axis) => size * axis, 1));
  for (let at = 0; at < values.length; at++) {
    let draw = rng.normal();
    while (Math.abs(draw) > 2) draw = rng.normal();
    values[at] = draw * deviation;
  }
  return tf.tensor(values, shape, 'float32');
}
