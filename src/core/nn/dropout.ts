import type { Rng } from '../math/rng.ts';
import { tf, type Tensor } from '../tensors.ts';

/** Where the dropout of one training step takes its randomness; absent when a model is asked and not trained. */
export interface DropoutSource {
  readonly rng: Rng;
  readonly rate: number;
}

/**
 * Sets each number to 0 with probability `rate` and divides the others by 1 - rate. `place` names the layer, so that the mask depends on
 * the step's stream and the layer alone: the same step redone drops the same numbers.
 */
export function dropout<T extends Tensor>(x: T, place: string, source: DropoutSource | undefined): T {
  if (!source || source.rate === 0) return x;
  const { uniform } = source.rng.stream(place);
  const kept = 1 / (1 - source.rate);
  const mask = new Float32Array(x.size);
  for (let at = 0; at < mask.length; at++) mask[at] = uniform() < source.rate ? 0 : kept;
  return tf.mul(x, tf.tensor(mask, x.shape, 'float32')) as T;
}
