import type { NamedTensors, Tensor, Tensor2D, Tensor3D } from '../tensors.ts';
import { tf } from '../tensors.ts';
import { named } from '../math/named-tensors.ts';
import { dense } from './dense.ts';
import { dropout, type DropoutSource } from './dropout.ts';
import { matrixProduct, swapped } from '../math/matrix-product.ts';

/** What is added to the score of a key that must not be looked at: its weight is exactly 0 in float32. */
const forbidden = -1e9;

/**
 * What the scores of attention get added: 0 where a query may look at a key, -1e9 where not. Padded keys are never looked at;
 * `causal` also hides the keys after the query. `real` is 1 on items and 0 on padding, row-major [B, n]. // [B, n, n]
 */
export function attentionMask(real: Uint8Array, rows: number, length: number, causal: boolean): Tensor3D {
  const mask = new Float32Array(rows * length * length);
  for (let row = 0; row < rows; row++) {
    for (let query = 0; query < length; query++) {
      const start = (row * length + query) * length;
      for (let key = 0; key < length; key++) {
        if (real[row * length + key] !== 1 || (causal && key > query)) mask[start + key] = forbidden;
      }
    }
  }
  return tf.tensor3d(mask, [rows, length, length]);
}

/**
 * Multi-head self-attention (Vaswani et al. 2017): head h uses columns [h D/heads, (h + 1) D/heads);
 * softmax over keys of q·k / sqrt(D/heads) + mask, times v, then the output projection. Weights by name in `layer`: `queryWeights`,
 * `keyWeights`, `valueWeights`, `attentionOutputWeights` [D, D] and the same with `Biases` [D]. First derivatives only.
 * `asking` are the places that look, all of them unless given: q of n in every row.
 * x [B, n, D], asking [B, q, D], mask [B, q, n]. // [B, q, D]
 */
export function selfAttention(
  x: Tensor3D,
  layer: NamedTensors,
  heads: number,
  mask: Tensor3D,
  drop?: DropoutSource,
  asking: Tensor3D = x,
): Tensor3D {
  const [rows, length, size] = x.shape;
  const asked = asking.shape[1];
  const split = (from: Tensor3D, name: string): Tensor3D => {
    const projected = dense(from, named(layer, `${name}Weights`), named(layer, `${name}Biases`));
    const parted = tf.reshape(projected, [rows, from.shape[1], heads, size / heads]);
    return tf.reshape(tf.transpose(parted, [0, 2, 1, 3]), [rows * heads, from.shape[1], size / heads]);
  };
  const query = tf.mul(split(asking, 'query'), 1 / Math.sqrt(size / heads)) as Tensor3D;
  const scores = matrixProduct(query, swapped(split(x, 'key'))); // [B h, q, n]
  const shaped: Tensor = tf.reshape(scores, [rows, heads, asked, length]);
  const masked = tf.add(shaped, tf.reshape(mask, [rows, 1, asked, length]));
  const weights = dropout(tf.softmax(masked), 'attention weights', drop);
  const flat = tf.reshape(weights, [rows * heads, asked, length]) as Tensor3D;
  const mixed = tf.reshape(matrixProduct(flat, split(x, 'value')), [rows, heads, asked, size / heads]);
  const joined = tf.reshape(tf.transpose(mixed, [0, 2, 1, 3]), [rows, asked, size]) as Tensor3D;
  return dense(
    joined,
    named(layer, 'attentionOutputWeights') as Tensor2D,
    named(layer, 'attentionOutputBiases'),
  );
}
