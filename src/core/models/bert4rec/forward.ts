import { named } from '../../math/named-tensors.ts';
import { attentionMask } from '../../nn/attention.ts';
import { dense } from '../../nn/dense.ts';
import { dropout, type DropoutSource } from '../../nn/dropout.ts';
import { gelu } from '../../nn/gelu.ts';
import { layerNorm } from '../../nn/layer-norm.ts';
import { layerOf } from '../../nn/nested-tensors.ts';
import { product, swapped } from '../../nn/product.ts';
import { transformerBlock, type BlockDropout } from '../../nn/transformer-block.ts';
import { tf, type NamedTensors, type Tensor, type Tensor2D, type Tensor3D } from '../../tensors.ts';

/** Left-padded token rows: 0 padding, 1..m items, m + 1 MASK. */
export interface TokenRows {
  readonly tokens: Int32Array; // [B, n]
  readonly rows: number; // B
  readonly length: number; // n
}

export interface EncoderShape {
  readonly blocks: number;
  readonly heads: number;
  readonly epsilon?: number;
}

/** LN(token + position), before dropout; position 0 on padding, then 1, 2, ... from the first item. // [B, n, D] */
export function embedded(parameters: NamedTensors, input: TokenRows, epsilon?: number): Tensor3D {
  const { tokens, rows, length } = input;
  const places = new Int32Array(tokens.length);
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at] !== 0) places[at] = at % length === 0 ? 1 : (places[at - 1] as number) + 1;
  }
  const lookUp = (name: string, ids: Int32Array) =>
    tf.gather(named(parameters, name) as Tensor2D, tf.tensor1d(ids, 'int32'));
  const sum = tf.add(lookUp('tokenEmbeddings', tokens), lookUp('positionEmbeddings', places));
  const shaped = tf.reshape(sum, [rows, length, -1]) as Tensor3D;
  return layerNorm(
    shaped,
    named(parameters, 'embeddingNormGain'),
    named(parameters, 'embeddingNormBias'),
    epsilon,
  );
}

/** The last block's output. Blocks' weights are named `block0.…`, `block1.…`; padded keys are not attended to. // [B, n, D] */
export function encoded(
  parameters: NamedTensors,
  input: TokenRows,
  shape: EncoderShape,
  drop?: BlockDropout,
): Tensor3D {
  const { tokens, rows, length } = input;
  const real = Uint8Array.from(tokens, (token) => +(token !== 0));
  const mask = attentionMask(real, rows, length, false);
  let x = dropout(embedded(parameters, input, shape.epsilon), 'embedding', drop?.hidden);
  for (let block = 0; block < shape.blocks; block++) {
    const layer = layerOf(parameters, `block${block}`);
    x = transformerBlock(x, layer, { ...shape, activation: 'gelu' }, mask, drop && blockDropout(drop, block));
  }
  return x;
}

/**
 * Logits over the given rows of the token table (tied output): gelu(hidden headWeights + headBiases) · tokens + biases.
 * hidden [N, D], tokens [V, D], biases [V]. // [N, V]
 */
export function logits(
  parameters: NamedTensors,
  hidden: Tensor2D,
  tokens: Tensor2D,
  biases: Tensor,
): Tensor2D {
  const head = gelu(dense(hidden, named(parameters, 'headWeights'), named(parameters, 'headBiases')));
  return tf.add(product(head, swapped(tokens)), biases);
}

function blockDropout(drop: BlockDropout, block: number): BlockDropout {
  const of = ({ rate, rng }: DropoutSource): DropoutSource => ({ rate, rng: rng.stream(`block ${block}`) });
  return { hidden: of(drop.hidden), attention: of(drop.attention) };
}
