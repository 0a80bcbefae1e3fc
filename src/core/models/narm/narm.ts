import type { ModelFactory, SequenceScoring } from '../../contracts.ts';
import { named } from '../../math/named-tensors.ts';
import type { Rng } from '../../math/rng.ts';
import { crossEntropy } from '../../nn/cross-entropy.ts';
import { matrixProduct, swapped } from '../../math/matrix-product.ts';
import { truncatedNormal } from '../../nn/truncated-normal.ts';
import { tf, type NamedTensors, type Tensor2D } from '../../tensors.ts';
import { causalBatch, lastPlaceInput } from '../../training/sequence-inputs.ts';
import { sequenceModel } from '../../training/sequence-model.ts';
import { contexts, decoded, states } from './forward.ts';
import { spec, type NarmParameters } from './spec.ts';

/**
 * NARM (Li et al. 2017): a GRU reads the sequence, attention from its last state finds what the session is about, and a bilinear form of
 * both scores the items. Loss: mean cross-entropy of the item after every place, all prefixes of a window in one pass.
 * Parameters: `itemEmbeddings` [I + 1, D] (row 0 unused), `gru.…`, `attention.…`, `bilinearWeights` [D, 2H].
 */
export const narm: ModelFactory<NarmParameters> = {
  create(parameters) {
    const { maxLength, squashing, dropout, hiddenSize } = parameters;
    const scoring: SequenceScoring = {
      reads: 'causal',
      maxLength,
      query: (histories) => lastPlaceInput(histories, maxLength, undefined),
      scoresAt(current, input, rng) {
        const drop = rng && { rng, rate: dropout };
        const all = !input.lastOnly;
        const { context } = contexts(current, input, states(current, input, drop), squashing, all);
        const flat = tf.reshape(context, [-1, 2 * hiddenSize]) as Tensor2D;
        const asked = all ? tf.gather(flat, tf.tensor1d(input.places, 'int32')) : flat; // [N, 2H]
        const items = tf.slice(named(current, 'itemEmbeddings') as Tensor2D, [1, 0], [-1, -1]);
        return matrixProduct(decoded(current, asked), swapped(items));
      },
      lossOf: (scores, batch) => crossEntropy(scores, tf.tensor1d(batch.labels, 'int32')),
    };
    return sequenceModel({
      capabilities: spec.capabilities,
      settings: parameters,
      scoring,
      init: (rng, itemCount) => initial(rng, itemCount, parameters),
      examples: (windows, _itemCount, rng) => causalBatch(windows, maxLength, rng),
      loss: (current, batch) =>
        scoring.lossOf(scoring.scoresAt(current, batch.input, batch.rng.stream('dropout')), batch),
    });
  },
};

function initial(rng: Rng, itemCount: number, parameters: NarmParameters): NamedTensors {
  const { embeddingSize: d, hiddenSize: h, attentionSize: a, initialDeviation } = parameters;
  const normal = (name: string, shape: number[]) =>
    truncatedNormal(rng.stream(name), shape, initialDeviation);
  return {
    itemEmbeddings: normal('itemEmbeddings', [itemCount + 1, d]),
    'gru.inputWeights': normal('inputWeights', [d, 3 * h]),
    'gru.inputBiases': tf.zeros([3 * h]),
    'gru.stateWeights': normal('stateWeights', [h, 3 * h]),
    'gru.stateBiases': tf.zeros([3 * h]),
    'attention.attentionLastWeights': normal('attentionLastWeights', [h, a]),
    'attention.attentionStateWeights': normal('attentionStateWeights', [h, a]),
    'attention.attentionVector': normal('attentionVector', [a]),
    bilinearWeights: normal('bilinearWeights', [d, 2 * h]),
  };
}
