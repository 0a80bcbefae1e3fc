import { expect, test } from 'vitest';
import { forEachBackend } from '../../../testing/backends.ts';
import { checkerboard } from '../../../testing/conformance/planted-data.ts';
import { expectClose } from '../../../testing/matchers.ts';
import type { Trainable } from '../../contracts.ts';
import { userIndex } from '../../data/interactions.ts';
import { trainingData } from '../../data/training-data.ts';
import { createRng } from '../../math/rng.ts';
import { tf, type Tensor2D } from '../../tensors.ts';
import { cml } from './cml.ts';
import { hinges, inUnitBall } from './hinge-loss.ts';

const parameters = {
  embeddingSize: 3,
  epochs: 1,
  batchSize: 8,
  learningRate: 0.01,
  negativeCount: 4,
  margin: 0.5,
  unitBall: true,
  rankWeight: true,
  regularization: 0,
  initialDeviation: 0.8,
};
const { train } = checkerboard(8, 6);

forEachBackend(() => {
  test('scores are negative squared distances between vectors inside the unit ball', async () => {
    const vectors = { users: tf.tensor2d([3, 4, 0.5, 0], [2, 2]), items: tf.tensor2d([0, 0, 0, 2], [2, 2]) };
    const model = cml.create({ ...parameters, embeddingSize: 2 });
    const scores = model.scores(vectors, trainingData(train), [0, 1].map(userIndex));
    // (0.6, 0.8) and (0.5, 0) against (0, 0) and (0, 1).
    expectClose(await scores.data(), [-1, -0.4, -0.25, -1.25], { absolute: 1e-5 });
    expectClose(await inUnitBall(tf.tensor2d([0, 0.5, 0, -2], [2, 2])).data(), [0, 0.5, 0, -1]);
  });

  test('rank weights are the logarithm of one more than the estimated rank', async () => {
    const positive = tf.tensor2d([1, 1], [2, 1]);
    const negatives = tf.tensor2d([0.5, 3, 1.25, 4, 9, 9, 9, 1.25], [2, 4]);
    const weighted = await hinges(positive, negatives, 0.5, 10, true).data();
    // Two and one of four inside the margin: ranks 5 and 2 of 10.
    expectClose(weighted, [1 * Math.log(6), 0.25 * Math.log(3)], { absolute: 1e-5 });
  });

  test('every fake profile takes part in one batch of an epoch, in proportion to its entries', async () => {
    const model = cml.create(parameters) as Trainable;
    const lossSum = async (fake: Tensor2D) => {
      const data = trainingData(train, { fake });
      const current = model.init(createRng(2), data);
      let sum = 0;
      for (let index = 0; index < model.batchesPerEpoch(data); index++) {
        sum += (await model.loss(current, model.batch(data, 0, index, createRng(3))).data())[0] as number;
      }
      return sum;
    };
    const clicks = tf.tensor2d([1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0], [2, 6]);
    const none = await lossSum(tf.zeros([2, 6]));
    const half = await lossSum(tf.mul(clicks, 0.5));
    const whole = await lossSum(clicks);
    expect(whole).toBeGreaterThan(none);
    expectClose(half - none, (whole - none) / 2, { absolute: 1e-4 });
  });
});
