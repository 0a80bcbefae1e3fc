import { expect, test } from 'vitest';
import { forEachBackend } from '../../../testing/backends.ts';
import { checkerboard } from '../../../testing/conformance/planted-data.ts';
import { expectClose } from '../../../testing/matchers.ts';
import type { Trainable } from '../../contracts.ts';
import { userIndex } from '../../data/interactions.ts';
import { trainingData } from '../../data/training-data.ts';
import { valueAndGradient } from '../../math/autodiff.ts';
import { createRng } from '../../math/rng.ts';
import { tf, type Tensor, type Tensor2D } from '../../tensors.ts';
import type { Batch } from './batch.ts';
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
  regularized: 'all' as const,
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

  test('the L2 term of the batch is on the vectors that it uses, each as often as it is used', async () => {
    const vectors = { users: tf.tensor2d([3, 4, 1, -2], [2, 2]), items: tf.tensor2d([1, 0, 0, 2, -1, 3], [3, 2]) }; // prettier-ignore
    const batch = { users: Int32Array.of(1, 1), items: Int32Array.of(0, 2), negatives: Int32Array.of(2, 2, 0, 0) }; // prettier-ignore
    const of = (changes: object) => {
      const small = { ...parameters, embeddingSize: 2, negativeCount: 2, unitBall: false, ...changes };
      const model = cml.create(small) as Trainable;
      return valueAndGradient((at) => model.loss(at, batch), vectors);
    };
    const plain = of({});
    const { value, gradient } = of({ regularization: 0.5, regularized: 'batch' });
    // User 1 twice; items 0 and 2 once clicked and twice drawn each; user 0 and item 1 not at all.
    const [before = 0] = await plain.value.data();
    expectClose(await value.data(), [before + 0.5 * (2 * 5 + 3 * 1 + 3 * 10)], { relative: 1e-6 });
    const extra = async (name: string) =>
      tf.sub(gradient[name] as Tensor, plain.gradient[name] as Tensor).data();
    expectClose(await extra('users'), [0, 0, 2, -4], { absolute: 1e-5 });
    expectClose(await extra('items'), [3, 0, 0, 0, -3, 9], { absolute: 1e-5 });
    expectClose(await of({ regularization: 0.5 }).value.data(), await plain.value.data());
  });

  test('a fake profile adds to the L2 term of the batch in proportion to its clicks', async () => {
    const profile = [1, 0, 0, 0.5, 0, 0];
    const lossOf = async (regularization: number) => {
      const model = cml.create({ ...parameters, regularization, regularized: 'batch' }) as Trainable;
      const data = trainingData(train, { fake: tf.tensor2d([profile]) });
      const current = model.init(createRng(2), data);
      const batch = model.batch(data, 0, 0, createRng(3)) as unknown as Batch;
      const { fakes, ...known } = batch;
      const [[whole], [part]] = [await model.loss(current, batch).data(), await model.loss(current, known).data()]; // prettier-ignore
      return { added: (whole as number) - (part as number), current, drawn: fakes?.negatives ?? [] };
    };
    const { added: without } = await lossOf(0);
    const { added, current, drawn } = await lossOf(1);
    const squares = async (name: string) =>
      ((await current[name]?.array()) as number[][]).map((row) => row.reduce((sum, x) => sum + x * x, 0));
    const [people, items] = [await squares('users'), await squares('items')];
    let expected = 1.5 * (people[8] as number);
    expected += items.reduce((sum, square, item) => sum + (profile[item] as number) * square, 0);
    for (const item of drawn) expected += profile[item] ? 0 : 1.5 * (items[item] as number);
    expectClose(added - without, expected, { relative: 1e-3 });
  });
});
