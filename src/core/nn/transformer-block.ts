import { named } from '../math/named-tensors.ts';
import { tf, type NamedTensors, type Tensor3D } from '../tensors.ts';
import { selfAttention } from './attention.ts';
import { dense } from './dense.ts';
import { dropout, type DropoutSource } from './dropout.ts';
import { gelu } from './gelu.ts';
import { layerNorm } from './layer-norm.ts';

export interface TransformerShape {
  readonly heads: number;
  readonly activation: 'gelu' | 'relu';
  readonly epsilon?: number;
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
  { heads, activation, epsilon }: TransformerShape,
  mask: Tensor3D,
  drop?: BlockDropout,
): Tensor3D {
  const get = (name: string) => named(layer, name);
  const attended = selfAttention(x, layer, heads, mask, drop?.attention);
  const mixed = layerNorm(
    tf.add(x, dropout(attended, 'attention output', drop?.hidden)) as Tensor3D,
    get('attentionNormGain'),
    get('attentionNormBias'),
    epsilon,
  );
  const wide = dense(mixed, get('feedForwardWeights1'), get('feedForwardBiases1'));
  const active = activation === 'gelu' ? gelu(wide) : (tf.relu(wide) as Tensor3D);
  const narrow = dense(active, get('feedForwardWeights2'), get('feedForwardBiases2'));
  return layerNorm(
    tf.add(mixed, dropout(narrow, 'feed-forward output', drop?.hidden)) as Tensor3D,
    get('feedForwardNormGain'),
    get('feedForwardNormBias'),
    epsilon,
  );
}
