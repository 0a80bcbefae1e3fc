import { expect, test } from 'vitest';
import { forEachBackend } from '../../../testing/backends.ts';
import { train } from '../../../testing/conformance/trained.ts';
import { expectClose } from '../../../testing/matchers.ts';
import { interactionsFromDense, userIndex } from '../../data/interactions.ts';
import { trainingData } from '../../data/training-data.ts';
import { tf } from '../../tensors.ts';
import { itemCf } from './item-cf.ts';

const genuine = interactionsFromDense([1, 1, 0, 0, 1, 1, 1, 0, 0], 3, 3);
const users = [2, 0].map(userIndex);

forEachBackend(() => {
  test('a score is the sum of the similarities to what the user has', async () => {
    const data = trainingData(genuine);
    const model = itemCf.create({ neighbourCount: 2 });
    const parameters = await train(model, data);
    // Users of items: {0, 2}, {0, 1}, {1}. Similarities: 01 1/3, 12 1/2, 02 0.
    const scores = model.scores(parameters, data, users);
    expectClose(await scores.data(), [0, 1 / 3, 0, 1 / 3, 1 / 3, 1 / 2]);
  });

  test('fake users given as variables vote like rows of the data, and are scored', async () => {
    const fake = tf.tensor2d([0, 0.5, 1], [1, 3]);
    const data = trainingData(genuine, { fake });
    const model = itemCf.create({ neighbourCount: 1 });
    const parameters = await train(model, data);
    // Users of items: {0, 2}, {0, 1, f}, {1, f}. Similarities: 01 1/4, 12 2/3; 1 votes for 2 only.
    const scores = model.scores(parameters, data, [userIndex(0), userIndex(3)]);
    expectClose(await scores.data(), [0, 1 / 4, 2 / 3, 0, 2 / 3, 1 / 3]);
    expect(scores.shape).toEqual([2, 3]);
  });
});
