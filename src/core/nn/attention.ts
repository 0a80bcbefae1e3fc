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
 * x [B, n, D], mask [B, n, n]. // [B, n, D]
 */
export function selfAttention(
  x: Tensor3D,
  layer: NamedTensors,
  heads: number,
  mask: Tensor3D,
  drop?: DropoutSource,
): Tensor3D {
  const [rows, length, size] = x.shape;
  const split = (name: string): Tensor3D => {
    const projected = dense(x, named(layer, `${name}Weights`), named(layer, `${name}Biases`));
    const parted = tf.reshape(projected, [rows, length, heads, size / heads]);
    return tf.reshape(tf.transpose(parted, [0, 2, 1, 3]), [rows * heads, length, size / heads]);
  };
  const query = tf.mul(split('query'), 1 / Math.sqrt(size / heads)) as Tensor3D;
  const scores = matrixProduct(query, swapped(split('key'))); // [B h, n, n]
  const shaped: Tensor = tf.reshape(scores, [rows, heads, length, length]);
  const masked = tf.add(shaped, tf.reshape(mask, [rows, 1, length, length]));
  const weights = dropout(tf.softmax(masked), 'attention weights', drop);
  const flat = tf.reshape(weights, [rows * heads, length, length]) as Tensor3D;
  const mixed = tf.reshape(matrixProduct(flat, split('value')), [rows, heads, length, size / heads]);
  const joined = tf.reshape(tf.transpose(mixed, [0, 2, 1, 3]), [rows, length, size]) as Tensor3D;
  return dense(
    joined,
    named(layer, 'attentionOutputWeights') as Tensor2D,
    named(layer, 'attentionOutputBiases'),
  );
}
