import type { Model, ModelFactory, Trainable } from '../../contracts.ts';
import { pairSampler } from '../../data/sampled-pairs.ts';
import { adam } from '../../math/optimizers/adam.ts';
import { pickRows } from '../../nn/pick-rows.ts';
import { rowsOf } from '../../nn/rows-of.ts';
import { tf, tidy, type Scalar, type Tensor2D } from '../../tensors.ts';
import { beside, clicksAmong, type Batch, type Vectors } from './batch.ts';
import { batchPenalty } from './batch-penalty.ts';
import { allDistances, hinges, inUnitBall, meanOver, pairDistances } from './hinge-loss.ts';
import { spec, type CmlParameters } from './spec.ts';

/** Pushes negatives that the profile clicks out of sight. */
const faraway = 1e6;

/**
 * Collaborative metric learning (Hsieh et al. 2017): mean over observed pairs of max(m + ‖P_u - Q_i‖² - min_j ‖P_u - Q_j‖², 0) over n sampled
 * items j that u does not have, by Adam, with an L2 term λ‖·‖² of all vectors or of those that the batch uses; the score is -‖P_u - Q_i‖².
 * Parameters: `users` [U + F, D], fake users last, and `items` [I, D].
 * A fake profile x given as variables takes part in one batch of every epoch with the sum over all items i of x_i times the hinge of (u, i).
 */
export const cml: ModelFactory<CmlParameters> = {
  create(parameters): Model {
    const { embeddingSize, epochs, batchSize, learningRate, negativeCount, margin } = parameters;
    const { unitBall, rankWeight, regularization, regularized, initialDeviation } = parameters;
    const decay = regularized === 'all' ? 2 * regularization : 0;
    const penalty = regularized === 'batch' ? regularization : 0;
    const sample = pairSampler(batchSize, negativeCount);
    const bounded = (vectors: Tensor2D) => (unitBall ? inUnitBall(vectors) : vectors);

    const model: Trainable<Batch> = {
      kind: 'trainable',
      capabilities: spec.capabilities,
      embeddings: { users: 'users', items: 'items' },
      epochs,
      optimizer: adam({ learningRate, weightDecay: decay }),
      init(rng, { interactions: { userCount, itemCount }, variables: { fake } }) {
        const vectors = (stream: string, count: number) =>
          tf.tensor2d(rng.stream(stream).normals(count * embeddingSize, initialDeviation), [
            count,
            embeddingSize,
          ]);
        return {
          users: vectors('users', userCount + (fake?.shape[0] ?? 0)),
          items: vectors('items', itemCount),
        };
      },
      batchesPerEpoch: ({ interactions }) => Math.max(1, Math.ceil(interactions.items.length / batchSize)),
      batch(data, epoch, index, rng): Batch {
        const own = rng.stream(epoch);
        const pairs = sample(data.interactions, index, own);
        const { userCount, itemCount } = data.interactions;
        const { fake } = data.variables;
        if (!fake) return pairs;
        const count = model.batchesPerEpoch(data);
        const turn = Array.from({ length: fake.shape[0] }, (_, at) => at).filter(
          (at) => at % count === index,
        );
        if (turn.length === 0) return pairs;
        const draws = own.stream('fakes').stream(index);
        const negatives = Int32Array.from({ length: turn.length * negativeCount }, () =>
          draws.integer(itemCount),
        );
        const users = Int32Array.from(turn, (at) => userCount + at);
        return { ...pairs, fakes: { users, profiles: rowsOf(fake, turn), negatives } };
      },
      loss(current, batch) {
        const all = current as Vectors;
        const loss = hingeLoss(all, batch);
        return penalty > 0 ? (tf.add(loss, tf.mul(batchPenalty(all, batch), penalty)) as Scalar) : loss;
      },
      scores(current, _data, users) {
        const { users: all, items } = current as Vectors;
        return tf.neg(allDistances(bounded(rowsOf(all, users)), bounded(items))); // [B, I]
      },
      async explain(current, _data, user, item) {
        const terms = tidy(() => {
          const { users: all, items } = current as Vectors;
          const apart = tf.sub(bounded(rowsOf(all, [user])), bounded(rowsOf(items, [item])));
          return tf.neg(tf.square(apart));
        });
        const values = Float64Array.from(await terms.data().finally(() => terms.dispose()));
        const indices = Int32Array.from(values.keys());
        const method =
          'The score is minus the squared distance, a sum over the dimensions of the two vectors.';
        return [{ of: 'dimensions', indices, values, exact: true, method }];
      },
    };

    function hingeLoss(all: Vectors, { users, items, negatives, fakes }: Batch): Scalar {
      const vectors = bounded(all.items);
      const itemCount = vectors.shape[0];
      const people = bounded(pickRows(all.users, users));
      const distances = pairDistances(people, vectors, beside(items, negatives));
      const positive = tf.slice(distances, [0, 0], [users.length, 1]);
      const others = tf.slice(distances, [0, 1], [users.length, negativeCount]);
      const known = hinges(positive, others, margin, itemCount, rankWeight);
      const loss = meanOver(known, users.length);
      if (!fakes) return loss;
      const { profiles } = fakes;
      const added = bounded(pickRows(all.users, fakes.users));
      const clicked = clicksAmong(profiles, fakes.negatives);
      const drawn = tf.add(
        pairDistances(added, vectors, fakes.negatives),
        tf.mul(clicked, faraway),
      ) as Tensor2D;
      const each = hinges(allDistances(added, vectors), drawn, margin, itemCount, rankWeight); // [G, I]
      return tf.add(loss, meanOver(tf.mul(profiles, each), users.length)) as Scalar;
    }
    return model;
  },
};
