import type { Model, ModelFactory, Trainable } from '../../contracts.ts';
import { clicksAround } from '../../data/clicks-around.ts';
import { sparseDense } from '../../kernels/sparse-dense.ts';
import { mapNamed } from '../../math/named-tensors.ts';
import { adam } from '../../math/optimizers/adam.ts';
import { tf, type NamedTensors, type Scalar, type Tensor, type Tensor2D } from '../../tensors.ts';
import { denseGradient, denseHessianVector, denseLoss } from '../../nn/dense-loss.ts';
import { factorShares } from '../../nn/factor-shares.ts';
import { rowsOf } from '../../nn/rows-of.ts';
import { gramGradient, gramHessianVector, gramLoss } from '../../nn/gram-loss.ts';
import { spec, type WrmfParameters } from './spec.ts';
import { byAllFakes, userBatch, userTotal, type UserBatch } from './user-batch.ts';

interface Halves {
  readonly users: Tensor2D;
  readonly items: Tensor2D;
}
interface AddedHalves {
  readonly fakes: Tensor2D;
  readonly items: Tensor2D;
}

/**
 * Weighted regularized matrix factorization (Hu et al. 2008) as Tang et al. 2020 train it: the loss of Eq. 5,
 * sum of w (x - P_u·Q_i)² over all cells + regularization (‖P‖² + ‖Q‖²), by Adam on all users at once or on batches of them.
 * Parameters: `users` [U + F, D], fake users last, and `items` [I, D].
 */
export const wrmf: ModelFactory<WrmfParameters> = {
  create(parameters): Model {
    const { embeddingSize, epochs, batchSize, learningRate, positiveWeight } = parameters;
    const { regularization, initialDeviation } = parameters;
    const model: Trainable<UserBatch> = {
      kind: 'trainable',
      capabilities: spec.capabilities,
      embeddings: { users: 'users', items: 'items' },
      epochs,
      optimizer: adam({ learningRate }),
      init(rng, data) {
        const { userCount, itemCount } = data.interactions;
        const rows = userCount + (data.variables.fake?.shape[0] ?? 0);
        const factors = (stream: string, count: number) =>
          tf.tensor2d(rng.stream(stream).normals(count * embeddingSize, initialDeviation), [
            count,
            embeddingSize,
          ]);
        return { users: factors('users', rows), items: factors('items', itemCount) };
      },
      batchesPerEpoch: (data) => (batchSize === 0 ? 1 : Math.max(1, Math.ceil(userTotal(data) / batchSize))),
      batch: (data, epoch, index, rng) => userBatch(data, batchSize, epoch, index, rng),
      loss(current, data) {
        const { genuine, fakes, items } = factorsOf(current, data);
        const { fake } = data.variables;
        const terms = [gramLoss(genuine, items, data.matrix, positiveWeight)];
        if (fake) terms.push(denseLoss(fakes, items, fake, positiveWeight));
        for (const factors of Object.values(current)) {
          if (regularization > 0) terms.push(tf.mul(tf.sum(tf.square(factors)), regularization));
        }
        return tf.addN(terms) as Scalar;
      },
      gradient(current, data) {
        const { genuine, fakes, items } = factorsOf(current, data);
        const { fake } = data.variables;
        const known = gramGradient(genuine, items, data.matrix, positiveWeight);
        const added = fake && denseGradient(fakes, items, fake, positiveWeight);
        return completed(known, added, current, data);
      },
      hessianVector(current, data, direction): { parameters: NamedTensors; variables: NamedTensors } {
        const { genuine, fakes, items } = factorsOf(current, data);
        const along = factorsOf(direction, data);
        const { fake } = data.variables;
        const known = gramHessianVector(
          [genuine, items],
          [along.genuine, along.items],
          data.matrix,
          positiveWeight,
        );
        const added =
          fake && denseHessianVector([fakes, items], [along.fakes, along.items], fake, positiveWeight);
        return {
          parameters: completed(known, added, direction, data),
          variables: byAllFakes(data, added?.profiles),
        };
      },
      scores(current, _data, users) {
        const { users: all, items } = current as { users: Tensor2D; items: Tensor2D };
        return tf.matMul(rowsOf(all, users), tf.transpose(items)); // [B, I]
      },
      async explain(current, { interactions }, user, item) {
        const pair = { user, item, ...clicksAround(interactions, user, item) };
        return factorShares(current, pair, parameters, 'neither');
      },
    };

    /** Joins the halves of genuine and fake users, doubles them, and adds the derivative of the L2 term along `along`. */
    function completed(
      known: Halves,
      added: AddedHalves | undefined,
      along: NamedTensors,
      { picked }: UserBatch,
    ): NamedTensors {
      const chosen = (added ? tf.concat([known.users, added.fakes]) : known.users) as Tensor2D;
      const users = picked ? sparseDense(tf.ones([picked.count]), chosen, picked.transposed) : chosen;
      const items = added ? tf.add(known.items, added.items) : known.items;
      const total = (half: Tensor, factors: Tensor) =>
        tf.mul(regularization > 0 ? tf.add(half, tf.mul(factors, regularization)) : half, 2);
      return mapNamed({ users, items }, total, along);
    }
    return model;
  },
};

function factorsOf(tensors: NamedTensors, { interactions, picked }: UserBatch) {
  const { users: all, items } = tensors as { users: Tensor2D; items: Tensor2D };
  const users = picked ? sparseDense(tf.ones([picked.count]), all, picked) : all;
  const known = interactions.userCount;
  const depth = users.shape[1];
  if (users.shape[0] === known) return { genuine: users, fakes: users, items };
  return {
    genuine: tf.slice(users, [0, 0], [known, depth]),
    fakes: tf.slice(users, [known, 0], [-1, depth]),
    items,
  };
}
