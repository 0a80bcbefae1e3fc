import { named } from '../math/named-tensors.ts';
import { tf, type NamedTensors, type Tensor, type Tensor2D, type Tensor3D } from '../tensors.ts';
import { selfAttention } from './attention.ts';
import { dense } from './dense.ts';
import { dropout, type DropoutSource } from './dropout.ts';
import { gelu } from './gelu.ts';
import { layerNorm } from './layer-norm.ts';
import { pickRows } from './pick-rows.ts';

export interface TransformerShape {
  readonly heads: number;
  readonly activation: 'gelu' | 'relu';
  readonly epsilon?: number;
}

/** The places of the rows that a layer is asked about: flat b n + t, or the last one of every row. */
export interface AskedPlaces {
  readonly places: Int32Array; // [N]
  readonly lastOnly: boolean;
}

/** Dropout of one step: `hidden` for the outputs of sublayers, `attention` for the attention weights. */
export interface BlockDropout {
  readonly hidden: DropoutSource;
  readonly attention: DropoutSource;
}

/**
 * Post-LN transformer block: x <- LN(x + drop(attention(x))); x <- LN(x + drop(W2 act(W1 x + b1) + b2)).
 * `layer` holds attention's weights, `attentionNormGain`/`Bias` [D], `feedForwardWeights1` [D, E], `feedForwardBiases1` [E],
 * `feedForwardWeights2` [E, D], `feedForwardBiases2` [D], `feedForwardNormGain`/`Bias` [D]. // [B, n, D]
 */
export function transformerBlock(
  x: Tensor3D,
  layer: NamedTensors,
  shape: TransformerShape,
  mask: Tensor3D,
  drop?: BlockDropout,
): Tensor3D {
  const attended = selfAttention(x, layer, shape.heads, mask, drop?.attention);
  return sublayers(x, attended, layer, shape, drop);
}

/**
 * The same block where only some places are asked, which is all that a last block needs: keys and values of every place, the rest of the
 * asked places alone. // [N, D]
 */
export function transformerBlockAt(
  x: Tensor3D,
  asked: AskedPlaces,
  layer: NamedTensors,
  shape: TransformerShape,
  mask: Tensor3D,
  drop?: BlockDropout,
): Tensor2D {
  const [rows, length, size] = x.shape;
  const flat = (tensor: Tensor) => tf.reshape(tensor, [-1, size]) as Tensor2D;
  if (!asked.lastOnly) {
    const attended = flat(selfAttention(x, layer, shape.heads, mask, drop?.attention));
    return sublayers(pickRows(flat(x), asked.places), pickRows(attended, asked.places), layer, shape, drop);
  }
  const last = tf.slice(x, [0, length - 1, 0], [rows, 1, size]);
  const seen = tf.slice(mask, [0, length - 1, 0], [rows, 1, length]);
  const attended = selfAttention(x, layer, shape.heads, seen, drop?.attention, last);
  return sublayers(flat(last), flat(attended), layer, shape, drop);
}

/** What follows attention, place by place. // [..., D] */
function sublayers<T extends Tensor>(
  x: T,
  attended: T,
  layer: NamedTensors,
  { activation, epsilon }: TransformerShape,
  drop?: BlockDropout,
): T {
  const get = (name: string) => named(layer, name);
  const mixed = layerNorm(
    tf.add(x, dropout(attended, 'attention output', drop?.hidden)) as T,
    get('attentionNormGain'),
    get('attentionNormBias'),
    epsilon,
  );
  const wide = dense(mixed, get('feedForwardWeights1'), get('feedForwardBiases1'));
  const active = activation === 'gelu' ? gelu(wide) : (tf.relu(wide) as T);
  const narrow = dense(active, get('feedForwardWeights2'), get('feedForwardBiases2'));
  return layerNorm(
    tf.add(mixed, dropout(narrow, 'feed-forward output', drop?.hidden)) as T,
    get('feedForwardNormGain'),
    get('feedForwardNormBias'),
    epsilon,
  );
}
