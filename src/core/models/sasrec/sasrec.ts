import type { ModelFactory, SequenceInput, SequenceScoring } from '../../contracts.ts';
import { named } from '../../math/named-tensors.ts';
import type { Rng } from '../../math/rng.ts';
import { binaryCrossEntropy } from '../../math/smooth.ts';
import { crossEntropy } from '../../nn/cross-entropy.ts';
import { encoderParameters } from '../../nn/encoder-parameters.ts';
import { matrixProduct, swapped } from '../../math/matrix-product.ts';
import { scoresAtItems } from '../../nn/ranking-loss.ts';
import { encoded } from '../../nn/sequence-encoder.ts';
import { truncatedNormal } from '../../nn/truncated-normal.ts';
import { tf, type NamedTensors, type Scalar, type Tensor, type Tensor2D } from '../../tensors.ts';
import { sampledNegatives } from '../../training/sampled-negatives.ts';
import { causalBatch, lastPlaceInput } from '../../training/sequence-inputs.ts';
import { sequenceModel } from '../../training/sequence-model.ts';
import { spec, type SasrecParameters } from './spec.ts';

/**
 * SASRec (Kang & McAuley 2018): a transformer in which every place sees what came before it; the score of an item is the product of its
 * vector with the place's. Loss: binary cross-entropy of the next item against one random item that is not in the sequence, or
 * cross-entropy over all items. Parameters: `tokenEmbeddings` [I + 1, D] (row 0 padding), `positionEmbeddings` [n + 1, D], the blocks.
 */
export const sasrec: ModelFactory<SasrecParameters> = {
  create(parameters) {
    const { maxLength, blocks, heads, embeddingSize, dropout, attentionDropout, objective } = parameters;
    const shape = { blocks, heads, activation: 'relu', causal: true } as const;
    const itemsOf = (current: NamedTensors) =>
      tf.slice(named(current, 'tokenEmbeddings') as Tensor2D, [1, 0], [-1, -1]);

    /** The encoder's output at the asked places. // [N, D] */
    const asked = (current: NamedTensors, input: SequenceInput, rng?: Rng): Tensor2D => {
      const drop = rng && {
        hidden: { rng: rng.stream('hidden'), rate: dropout },
        attention: { rng: rng.stream('attention'), rate: attentionDropout },
      };
      return encoded(current, input, shape, drop);
    };
    const scoring: SequenceScoring = {
      reads: 'causal',
      maxLength,
      query: (histories) => lastPlaceInput(histories, maxLength, undefined),
      scoresAt: (current, input, rng) => matrixProduct(asked(current, input, rng), swapped(itemsOf(current))),
      lossOf(scores, batch) {
        if (objective === 'softmax') return crossEntropy(scores, tf.tensor1d(batch.labels, 'int32'));
        const negatives = sampledNegatives(batch, scores.shape[1]);
        return pairwise(scoresAtItems(scores, batch.labels), scoresAtItems(scores, negatives));
      },
    };
    return sequenceModel({
      capabilities: spec.capabilities,
      settings: parameters,
      scoring,
      init: (rng, itemCount) => ({
        tokenEmbeddings: truncatedNormal(
          rng.stream('tokenEmbeddings'),
          [itemCount + 1, embeddingSize],
          parameters.embeddingDeviation,
        ),
        ...encoderParameters(rng, parameters),
      }),
      examples: (windows, _itemCount, rng) => causalBatch(windows, maxLength, rng),
      loss(current, batch) {
        const dropped = batch.rng.stream('dropout');
        if (objective === 'softmax')
          return scoring.lossOf(scoring.scoresAt(current, batch.input, dropped), batch);
        const hidden = asked(current, batch.input, dropped);
        const items = itemsOf(current);
        const scoresOf = (chosen: Int32Array) =>
          tf.sum(tf.mul(hidden, tf.gather(items, tf.tensor1d(chosen, 'int32'))), 1);
        return pairwise(scoresOf(batch.labels), scoresOf(sampledNegatives(batch, items.shape[0])));
      },
    });
  },
};

/** Mean over places of softplus(-s_next) + softplus(s_other). */
function pairwise(next: Tensor, other: Tensor): Scalar {
  const right = tf.mean(binaryCrossEntropy(next, tf.onesLike(next)));
  return tf.add(right, tf.mean(binaryCrossEntropy(other, tf.zerosLike(other)))) as Scalar;
}
