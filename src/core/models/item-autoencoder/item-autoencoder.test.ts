import { expect, test } from 'vitest';
import { forEachBackend } from '../../../testing/backends.ts';
import { expectClose } from '../../../testing/matchers.ts';
import { checkerboard, withNewUsers } from '../../../testing/conformance/planted-data.ts';
import type { Trainable } from '../../contracts.ts';
import { denseRows, userIndex } from '../../data/interactions.ts';
import { trainingData } from '../../data/training-data.ts';
import { createRng } from '../../math/rng.ts';
import { tf } from '../../tensors.ts';
import { itemAutoencoder } from './item-autoencoder.ts';

const parameters = {
  layerSizes: [6, 3],
  activation: 'tanh' as const,
  epochs: 1,
  batchSize: 1000,
  learningRate: 0.01,
  positiveWeight: 20,
  regularization: 0,
};
const { train } = checkerboard(8, 6);
const { stacked, added } = withNewUsers(train);
const rng = createRng(3);

const modelWith = (changes: Partial<typeof parameters> = {}) =>
  itemAutoencoder.create({ ...parameters, ...changes }) as Trainable;

async function lossOf(model: Trainable, data: Parameters<Trainable['loss']>[1] & object, batches = 1) {
  const current = model.init(rng.stream('init'), data as never);
  let sum = 0;
  for (let index = 0; index < batches; index++) {
    sum += (await model.loss(current, model.batch(data as never, 0, index, rng)).data())[0] as number;
  }
  return sum;
}

forEachBackend(() => {
  test('the loss is the weighted square error summed over every cell', async () => {
    const model = modelWith();
    const data = trainingData(stacked);
    const current = model.init(rng.stream('init'), data);
    const users = Array.from({ length: stacked.userCount }, (_, user) => userIndex(user));
    const scores = await model.scores(current, data, users).data();
    const expected = denseRows(stacked).reduce(
      (sum, x, at) => sum + (x > 0 ? 20 : 1) * (x - (scores[at] as number)) ** 2,
      0,
    );
    expectClose(await lossOf(model, data), expected, { relative: 1e-5 });
  });

  test('fake users count the same as rows of the data and as variables', async () => {
    const fake = tf.tensor2d(denseRows(added), [added.userCount, added.itemCount]);
    const known = await lossOf(modelWith(), trainingData(stacked));
    expectClose(await lossOf(modelWith(), trainingData(train, { fake })), known, { relative: 1e-5 });
  });

  test('the batches of an epoch hold every item once', async () => {
    const fake = tf.tensor2d(denseRows(added), [added.userCount, added.itemCount]);
    for (const data of [trainingData(stacked), trainingData(train, { fake })]) {
      const small = modelWith({ batchSize: 4 });
      expect(small.batchesPerEpoch(data)).toBe(2);
      expectClose(await lossOf(small, data, 2), await lossOf(modelWith(), data), { relative: 1e-5 });
    }
  });
});
