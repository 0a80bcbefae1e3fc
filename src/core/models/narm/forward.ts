import { named } from '../../math/named-tensors.ts';
import { dense } from '../../nn/dense.ts';
import { dropout, type DropoutSource } from '../../nn/dropout.ts';
import { gru } from '../../nn/gru.ts';
import { narmAttention, type Squashing } from '../../nn/narm-attention.ts';
import { layerOf } from '../../nn/nested-tensors.ts';
import { tf, type NamedTensors, type Tensor2D, type Tensor3D } from '../../tensors.ts';

/** Left-padded token rows: 0 padding, 1..m items. */
export interface PaddedRows {
  readonly tokens: Int32Array; // [B, n]
  readonly rows: number; // B
  readonly length: number; // n
}

/** The GRU's states; padding is skipped and leaves 0 before the first item. // [B, n, H] */
export function states(parameters: NamedTensors, input: PaddedRows, drop?: DropoutSource): Tensor3D {
  const { tokens, rows, length } = input;
  const timeFirst = tokens.map((_, at) => tokens[(at % rows) * length + Math.floor(at / rows)] as number);
  const looked = tf.gather(named(parameters, 'itemEmbeddings') as Tensor2D, tf.tensor1d(timeFirst, 'int32'));
  const inputs = tf.reshape(dropout(looked, 'embedding', drop), [length, rows, -1]) as Tensor3D;
  const real = tf.tensor3d(
    Float32Array.from(timeFirst, (token) => +(token !== 0)),
    [length, rows, 1],
  );
  return tf.transpose(gru(inputs, real, layerOf(parameters, 'gru')), [1, 0, 2]);
}

/**
 * Attention and context at every place of a row (`all`) or at the last one: context_j = [h_j, sum over t <= j of attention_jt h_t]
 * (Li et al. 2017, Eq. 5 and 9). // attention [B, q, n], context [B, q, 2H], q = n or 1
 */
export function contexts(
  parameters: NamedTensors,
  input: PaddedRows,
  encoded: Tensor3D,
  squashing: Squashing,
  all: boolean,
): { readonly attention: Tensor3D; readonly context: Tensor3D } {
  const { rows, length } = input;
  const queries = all ? encoded : tf.slice(encoded, [0, length - 1, 0], [rows, 1, -1]);
  const visible = tf.tensor3d(visibleStates(input, all), [rows, all ? length : 1, length]);
  const layer = layerOf(parameters, 'attention');
  const { attention, local } = narmAttention(queries, encoded, visible, layer, squashing);
  return { attention, context: tf.concat([queries, local], 2) };
}

/** Bilinear decoder (Eq. 10): score of item j = itemEmbeddings_j · (bilinearWeights context). context [N, 2H]. // [N, D] */
export function decoded(parameters: NamedTensors, context: Tensor2D): Tensor2D {
  return dense(context, tf.transpose(named(parameters, 'bilinearWeights')));
}

/** 1 where a query place may look: real items up to itself. // [B, q, n] */
function visibleStates({ tokens, rows, length }: PaddedRows, all: boolean): Float32Array {
  const queries = all ? length : 1;
  const visible = new Float32Array(rows * queries * length);
  for (let row = 0; row < rows; row++) {
    for (let query = 0; query < queries; query++) {
      const last = all ? query : length - 1;
      for (let at = 0; at <= last; at++) {
        if (tokens[row * length + at] !== 0) visible[(row * queries + query) * length + at] = 1;
      }
    }
  }
  return visible;
}
