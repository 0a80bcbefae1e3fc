import type { SampledPairs } from '../../data/sampled-pairs.ts';
import { indicator } from '../../math/indicator.ts';
import { tf, type Tensor2D } from '../../tensors.ts';

export type Vectors = {
  readonly users: Tensor2D; // [U + F, D]
  readonly items: Tensor2D; // [I, D]
};

export interface Batch extends SampledPairs {
  /** Fake users whose turn it is in this batch, as variables. */
  readonly fakes?: {
    readonly users: Int32Array; // [G]
    readonly profiles: Tensor2D; // [G, I]
    readonly negatives: Int32Array; // [G, n]
  };
}

/** The clicked item of each pair and then its negatives. // [B, 1 + n] */
export function beside(items: Int32Array, negatives: Int32Array): Int32Array {
  const width = 1 + negatives.length / Math.max(1, items.length);
  return Int32Array.from({ length: items.length * width }, (_, at) => {
    const [row, column] = [Math.floor(at / width), at % width];
    return (column === 0 ? items[row] : negatives[row * (width - 1) + column - 1]) as number;
  });
}

/** Whether each row's profile clicks its drawn items, 1 or 0, without a gradient. // [G, n] */
export function clicksAmong(profiles: Tensor2D, drawn: Int32Array): Tensor2D {
  const [rows, items] = profiles.shape;
  const width = drawn.length / rows;
  const places = drawn.map((item, at) => Math.floor(at / width) * items + item);
  const flat = tf.reshape(indicator(profiles), [-1]);
  return tf.reshape(tf.gather(flat, tf.tensor1d(places, 'int32')), [rows, width]);
}
