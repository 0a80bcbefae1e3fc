import type { Model, ModelFactory, Trainable } from '../../contracts.ts';
import { pairSampler } from '../../data/sampled-pairs.ts';
import { adam } from '../../math/optimizers/adam.ts';
import { binaryCrossEntropy, softplus } from '../../math/smooth.ts';
import { activation } from '../../nn/activation.ts';
import { denseLayer } from '../../nn/dense-layer.ts';
import { rowsOf } from '../../nn/rows-of.ts';
import { tf, type NamedTensors, type Scalar, type Tensor1D, type Tensor2D } from '../../tensors.ts';
import { batchPenalty } from './batch-penalty.ts';
import { allLogits, pairLogits, type Network } from './forward.ts';
import { logitParts } from './logit-parts.ts';
import { spec, type NeumfParameters } from './spec.ts';

interface Batch {
  readonly users: Int32Array; // [B]
  /** The clicked item and then its negatives. // [B, 1 + n] */
  readonly items: Int32Array;
  /** Fake users whose turn it is in this batch, as variables. */
  readonly fakes?: { readonly users: readonly number[]; readonly profiles: Tensor2D };
}

/**
 * NeuMF (He et al. 2017, Eq. 12): logit = h·[p_u ∘ q_i, φ([p'_u, q'_i])] + b, mean binary cross-entropy over observed pairs and sampled
 * negatives, by Adam; with an L2 term λ‖·‖² of all parameters, or of the vectors that the batch uses. Parameters: `users`, `items` of the product branch, `usersHidden`, `itemsHidden` of the network branch (fake users last),
 * `weights1`, `biases1`, ..., `outputWeights` [D + H, 1], `outputBias` [1]. Scores are logits.
 * A fake profile x given as variables takes part in one batch of every epoch: its positives weighted by x, and n times as much weight
 * spread evenly over 1 - x as negatives.
 */
export const neumf: ModelFactory<NeumfParameters> = {
  create(parameters): Model {
    const { embeddingSize, hiddenEmbeddingSize, layerSizes, epochs, batchSize, learningRate } = parameters;
    const { negativeCount, regularization, regularized, initialDeviation } = parameters;
    const decay = regularized === 'all' ? 2 * regularization : 0;
    const penalty = regularized === 'batch' ? regularization : 0;
    const network: Network = { depth: layerSizes.length, activation: activation[parameters.activation] };
    const sample = pairSampler(batchSize, negativeCount);

    const model: Trainable<Batch> = {
      kind: 'trainable',
      capabilities: spec.capabilities,
      embeddings: { users: 'users', items: 'items' },
      epochs,
      optimizer: adam({ learningRate, weightDecay: decay }),
      init(rng, { interactions: { userCount, itemCount }, variables: { fake } }): NamedTensors {
        const people = userCount + (fake?.shape[0] ?? 0);
        const table = (name: string, count: number, size: number) =>
          tf.tensor2d(rng.stream(name).normals(count * size, initialDeviation), [count, size]);
        const sizes = [2 * hiddenEmbeddingSize, ...layerSizes];
        const layers = layerSizes.flatMap((size, at) => {
          const { weights, biases } = denseLayer(rng.stream(`layer-${at + 1}`), sizes[at] as number, size);
          return [
            [`weights${at + 1}`, weights],
            [`biases${at + 1}`, biases],
          ];
        });
        const last = sizes[sizes.length - 1] as number;
        const output = denseLayer(rng.stream('output'), embeddingSize + last, 1);
        return {
          users: table('users', people, embeddingSize),
          items: table('items', itemCount, embeddingSize),
          usersHidden: table('usersHidden', people, hiddenEmbeddingSize),
          itemsHidden: table('itemsHidden', itemCount, hiddenEmbeddingSize),
          ...(Object.fromEntries(layers) as NamedTensors),
          outputWeights: output.weights,
          outputBias: output.biases,
        };
      },
      batchesPerEpoch: ({ interactions }) => Math.max(1, Math.ceil(interactions.items.length / batchSize)),
      batch(data, epoch, index, rng): Batch {
        const pairs = sample(data.interactions, index, rng.stream(epoch));
        const width = 1 + negativeCount;
        const items = new Int32Array(pairs.items.length * width);
        pairs.items.forEach((item, row) => {
          items[row * width] = item;
          items.set(
            pairs.negatives.subarray(row * negativeCount, (row + 1) * negativeCount),
            row * width + 1,
          );
        });
        const { fake } = data.variables;
        const count = model.batchesPerEpoch(data);
        const turn = Array.from({ length: fake?.shape[0] ?? 0 }, (_, at) => at).filter(
          (at) => at % count === index,
        );
        if (!fake || turn.length === 0) return { users: pairs.users, items };
        const users = turn.map((at) => data.interactions.userCount + at);
        return { users: pairs.users, items, fakes: { users, profiles: rowsOf(fake, turn) } };
      },
      loss(current, { users, items, fakes }) {
        const width = 1 + negativeCount;
        const labels = Float32Array.from(items, (_, at) => (at % width === 0 ? 1 : 0));
        const logits = pairLogits(current, users, items, network);
        const known = tf.sum(binaryCrossEntropy(logits, tf.tensor1d(labels)));
        const added = fakes ? profileLoss(allLogits(current, fakes.users, network), fakes.profiles) : 0;
        const mean = tf.div(tf.add(known, added), Math.max(1, items.length)) as Scalar;
        if (penalty === 0) return mean;
        const uses = { users, items, ...(fakes && { fakes: usesOf(fakes.users, fakes.profiles) }) };
        return tf.add(mean, tf.mul(batchPenalty(current, uses), penalty)) as Scalar;
      },
      scores: (current, _data, users) => allLogits(current, users, network), // [B, I]
      explain: (current, _data, user, item) => logitParts(current, user, item, network),
    };

    /** Σ_i x_i softplus(-s_i) + n Σx/Σ(1 - x) Σ_i (1 - x_i) softplus(s_i), summed over users. */
    function profileLoss(logits: Tensor2D, profiles: Tensor2D): Scalar {
      const positives = tf.mul(profiles, softplus(tf.neg(logits)));
      return tf.sum(tf.add(positives, tf.mul(negativeWeights(profiles), softplus(logits)))) as Scalar;
    }

    /** How often each item is expected as a negative of a profile: n Σx/Σ(1 - x) (1 - x_i). // [G, I] */
    function negativeWeights(profiles: Tensor2D): Tensor2D {
      const rest = tf.sub(1, profiles);
      const share = tf.div(
        tf.mul(tf.sum(profiles, 1, true), negativeCount),
        tf.add(tf.sum(rest, 1, true), 1e-6), // a profile of everything has no negatives
      );
      return tf.mul(rest, share) as Tensor2D;
    }

    function usesOf(users: readonly number[], profiles: Tensor2D) {
      return {
        users: Int32Array.from(users),
        clicks: tf.sum(profiles, 1) as Tensor1D,
        items: tf.sum(tf.add(profiles, negativeWeights(profiles)), 0) as Tensor1D,
      };
    }
    return model;
  },
};
