import type { Trainable } from '../../core/contracts.ts';
import { denseRows, userIndex, type Interactions } from '../../core/data/interactions.ts';
import { trainingData } from '../../core/data/training-data.ts';
import { lowRank } from '../../core/datasets/low-rank/low-rank.ts';
import { createRng } from '../../core/math/rng.ts';
import { wrmf } from '../../core/models/wrmf/wrmf.ts';
import { tf, type NamedTensors, type Scalar, type Tensor2D } from '../../core/tensors.ts';
import { nodeDataSource } from '../node-host.ts';

/** The toy of Tang et al. 2020: 900 users and 100 held back, 300 items, WRMF with 16 dimensions and 100 Adam steps. */
export async function toyProblem(epochs = 100) {
  const sizes = { users: 900, heldBackUsers: 100, items: 300, rank: 20, threshold: 5 };
  const dataset = await lowRank.load(sizes, nodeDataSource(undefined), createRng(1));
  const held = dataset.heldBackUsers as Interactions;
  const fake = tf.tensor2d(denseRows(held), [held.userCount, held.itemCount]);
  const data = trainingData(dataset.interactions, { fake });
  const model = wrmf.create({
    embeddingSize: 16,
    epochs,
    batchSize: 0,
    learningRate: 0.5,
    positiveWeight: 20,
    regularization: 0,
    initialDeviation: 1,
  }) as Trainable;
  const users = Array.from({ length: sizes.users }, (_, user) => userIndex(user));
  const outer = (parameters: NamedTensors): Scalar => {
    const logits = tf.logSoftmax(model.scores(parameters, data, users));
    return tf.neg(tf.sum(tf.slice(logits as Tensor2D, [0, 0], [sizes.users, 1])));
  };
  return { model, data, fake, outer, interactions: dataset.interactions, rng: createRng(2) };
}
