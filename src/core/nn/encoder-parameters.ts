import type { Rng } from '../math/rng.ts';
import { tf, tidy, type NamedTensors, type Tensor } from '../tensors.ts';
import { asLayer } from './nested-tensors.ts';
import { truncatedNormal } from './truncated-normal.ts';

export interface EncoderSizes {
  readonly embeddingSize: number; // D
  readonly maxLength: number; // n
  readonly blocks: number;
  readonly feedForwardSize: number; // E
  readonly initialDeviation: number;
  /** Of the position vectors; as large as the items', or places drown in them. */
  readonly embeddingDeviation: number;
}

/** Initial weights of a transformer over sequences, besides the items: truncated normal, biases 0, norms 1 and 0. */
export function encoderParameters(rng: Rng, sizes: EncoderSizes): NamedTensors {
  const { embeddingSize: size, feedForwardSize, maxLength, initialDeviation } = sizes;
  return tidy(() => {
    let parameters: NamedTensors = {
      positionEmbeddings: truncatedNormal(
        rng.stream('positionEmbeddings'),
        [maxLength + 1, size],
        sizes.embeddingDeviation,
      ),
      embeddingNormGain: tf.ones([size]),
      embeddingNormBias: tf.zeros([size]),
    };
    for (let block = 0; block < sizes.blocks; block++) {
      const layer: Record<string, Tensor> = {};
      const weights = (name: string, shape: [number, number], suffix = '') => {
        const stream = rng.stream(`block${block}.${name}${suffix}`);
        layer[`${name}Weights${suffix}`] = truncatedNormal(stream, shape, initialDeviation);
        layer[`${name}Biases${suffix}`] = tf.zeros([shape[1]]);
      };
      for (const name of ['query', 'key', 'value', 'attentionOutput']) weights(name, [size, size]);
      weights('feedForward', [size, feedForwardSize], '1');
      weights('feedForward', [feedForwardSize, size], '2');
      for (const name of ['attentionNorm', 'feedForwardNorm']) {
        layer[`${name}Gain`] = tf.ones([size]);
        layer[`${name}Bias`] = tf.zeros([size]);
      }
      parameters = { ...parameters, ...asLayer(layer, `block${block}`) };
    }
    return parameters;
  });
}
