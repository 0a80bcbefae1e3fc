import { named } from '../math/named-tensors.ts';
import { tf, type NamedTensors, type Tensor2D, type Tensor3D } from '../tensors.ts';
import { attentionMask } from './attention.ts';
import { dropout, type DropoutSource } from './dropout.ts';
import { layerNorm } from './layer-norm.ts';
import { layerOf } from './nested-tensors.ts';
import { pickRows } from './pick-rows.ts';
import {
  transformerBlock,
  transformerBlockAt,
  type AskedPlaces,
  type BlockDropout,
} from './transformer-block.ts';

/** Left-padded token rows: 0 padding, 1..m items, and m + 1 MASK where the model has one. */
export interface TokenRows {
  readonly tokens: Int32Array; // [B, n]
  readonly rows: number; // B
  readonly length: number; // n
}

export interface EncoderShape {
  readonly blocks: number;
  readonly heads: number;
  /** gelu: BERT4Rec; relu: SASRec. */
  readonly activation: 'gelu' | 'relu';
  /** Whether a place sees only itself and what came before. */
  readonly causal: boolean;
  readonly epsilon?: number;
}

/** LN(token + position), before dropout; position 0 on padding, then 1, 2, ... from the first item. // [B, n, D] */
export function embedded(parameters: NamedTensors, input: TokenRows, epsilon?: number): Tensor3D {
  const { tokens, rows, length } = input;
  const places = new Int32Array(tokens.length);
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at] !== 0) places[at] = at % length === 0 ? 1 : (places[at - 1] as number) + 1;
  }
  const most = named(parameters, 'positionEmbeddings').shape[0] - 1; // n
  const longest = places.reduce((so, place) => Math.max(so, place), 0);
  if (longest > most)
    throw new RangeError(`a sequence of ${longest} items for a model that has places for ${most}`);
  const lookUp = (name: string, ids: Int32Array) => pickRows(named(parameters, name) as Tensor2D, ids);
  const sum = tf.add(lookUp('tokenEmbeddings', tokens), lookUp('positionEmbeddings', places));
  const shaped = tf.reshape(sum, [rows, length, -1]) as Tensor3D;
  return layerNorm(
    shaped,
    named(parameters, 'embeddingNormGain'),
    named(parameters, 'embeddingNormBias'),
    epsilon,
  );
}

/**
 * The last block's output at the asked places, which is all that it works out. Blocks' weights are named `block0.…`, `block1.…`; padded
 * keys are not attended to. // [N, D]
 */
export function encoded(
  parameters: NamedTensors,
  input: TokenRows & AskedPlaces,
  shape: EncoderShape,
  drop?: BlockDropout,
): Tensor2D {
  const { tokens, rows, length } = input;
  const real = Uint8Array.from(tokens, (token) => +(token !== 0));
  const mask = attentionMask(real, rows, length, shape.causal);
  let x = dropout(embedded(parameters, input, shape.epsilon), 'embedding', drop?.hidden);
  const last = shape.blocks - 1;
  const layer = (block: number) => layerOf(parameters, `block${block}`);
  for (let block = 0; block < last; block++) {
    x = transformerBlock(x, layer(block), shape, mask, drop && blockDropout(drop, block));
  }
  return transformerBlockAt(x, input, layer(last), shape, mask, drop && blockDropout(drop, last));
}

function blockDropout(drop: BlockDropout, block: number): BlockDropout {
  const of = ({ rate, rng }: DropoutSource): DropoutSource => ({ rate, rng: rng.stream(`block ${block}`) });
  return { hidden: of(drop.hidden), attention: of(drop.attention) };
}
