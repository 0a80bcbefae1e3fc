import type { Rng } from '../math/rng.ts';
import { tf, type Tensor1D, type Tensor2D } from '../tensors.ts';

/**
 * Weights [in, out] and biases [out], uniform in ±1/sqrt(in) (PyTorch's default for a linear layer). Draws row by row of the
 * weights, so that a layer with more inputs begins like one with fewer, up to its scale.
 */
export function denseLayer(
  rng: Rng,
  inputs: number,
  outputs: number,
): { weights: Tensor2D; biases: Tensor1D } {
  const bound = 1 / Math.sqrt(inputs);
  const draw = (stream: Rng, count: number) => {
    const values = new Float32Array(count);
    for (let at = 0; at < count; at++) values[at] = (2 * stream.uniform() - 1) * bound;
    return values;
  };
  return {
    weights: tf.tensor2d(draw(rng.stream('weights'), inputs * outputs), [inputs, outputs]),
    biases: tf.tensor1d(draw(rng.stream('biases'), outputs)),
  };
}
