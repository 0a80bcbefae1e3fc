import type { ModelFactory, SequenceScoring } from '../../contracts.ts';
import { named } from '../../math/named-tensors.ts';
import type { Rng } from '../../math/rng.ts';
import { crossEntropy } from '../../nn/cross-entropy.ts';
import { encoderParameters } from '../../nn/encoder-parameters.ts';
import { encoded } from '../../nn/sequence-encoder.ts';
import { truncatedNormal } from '../../nn/truncated-normal.ts';
import { tf, type NamedTensors, type Tensor1D, type Tensor2D } from '../../tensors.ts';
import { clozeBatch, lastPlaceInput } from '../../training/sequence-inputs.ts';
import { sequenceModel } from '../../training/sequence-model.ts';
import { logits } from './forward.ts';
import { spec, type Bert4recParameters } from './spec.ts';

/**
 * BERT4Rec (Sun et al. 2019): a transformer that fills gaps in a sequence from both sides, and recommends what it would put into a gap at
 * the end. Loss: mean cross-entropy over the items at the asked places. Parameters: `tokenEmbeddings` [I + 2, D] (padding, items, MASK),
 * `positionEmbeddings` [n + 1, D], the blocks, a head [D, D] and `itemBiases` [I + 2]; the output is tied to the token embeddings.
 */
export const bert4rec: ModelFactory<Bert4recParameters> = {
  create(parameters) {
    const { maxLength, blocks, heads, dropout, attentionDropout } = parameters;
    const shape = { blocks, heads, activation: 'gelu', causal: false } as const;

    const scoring: SequenceScoring = {
      reads: 'cloze',
      maxLength,
      query: (histories, itemCount) => lastPlaceInput(histories, maxLength, itemCount + 1),
      scoresAt(current, input, rng) {
        const drop = rng && {
          hidden: { rng: rng.stream('hidden'), rate: dropout },
          attention: { rng: rng.stream('attention'), rate: attentionDropout },
        };
        const asked = encoded(current, input, shape, drop); // [N, D]
        const table = named(current, 'tokenEmbeddings') as Tensor2D;
        const items = table.shape[0] - 2;
        const itemTable = tf.slice(table, [1, 0], [items, -1]);
        return logits(
          current,
          asked,
          itemTable,
          tf.slice(named(current, 'itemBiases') as Tensor1D, 1, items),
        );
      },
      lossOf: (scores, batch) => crossEntropy(scores, tf.tensor1d(batch.labels, 'int32')),
    };

    return sequenceModel({
      capabilities: spec.capabilities,
      settings: parameters,
      scoring,
      init: (rng, itemCount) => initial(rng, itemCount, parameters),
      examples: (windows, itemCount, rng) =>
        clozeBatch(
          windows,
          maxLength,
          itemCount,
          { rate: parameters.maskRate, most: parameters.mostMasked },
          rng,
        ),
      loss: (current, batch) =>
        scoring.lossOf(scoring.scoresAt(current, batch.input, batch.rng.stream('dropout')), batch),
    });
  },
};

function initial(rng: Rng, itemCount: number, parameters: Bert4recParameters): NamedTensors {
  const { embeddingSize, initialDeviation, embeddingDeviation } = parameters;
  const normals = (name: string, shape: [number, number], deviation: number) =>
    truncatedNormal(rng.stream(name), shape, deviation);
  const normal = (name: string, shape: number[]) =>
    truncatedNormal(rng.stream(name), shape, initialDeviation);
  return {
    tokenEmbeddings: normals('tokenEmbeddings', [itemCount + 2, embeddingSize], embeddingDeviation),
    ...encoderParameters(rng, parameters),
    headWeights: normal('headWeights', [embeddingSize, embeddingSize]),
    headBiases: tf.zeros([embeddingSize]),
    itemBiases: tf.zeros([itemCount + 2]),
  };
}
