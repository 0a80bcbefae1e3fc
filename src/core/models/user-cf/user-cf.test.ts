import { test } from 'vitest';
import { forEachBackend } from '../../../testing/backends.ts';
import { train } from '../../../testing/conformance/trained.ts';
import { expectClose } from '../../../testing/matchers.ts';
import { interactionsFromDense, userIndex } from '../../data/interactions.ts';
import { trainingData } from '../../data/training-data.ts';
import { tf } from '../../tensors.ts';
import { userCf } from './user-cf.ts';

// {0, 1}, {1, 2}, {0}
const genuine = interactionsFromDense([1, 1, 0, 0, 1, 1, 1, 0, 0], 3, 3);

forEachBackend(() => {
  test('neighbours vote for their items with their similarity', async () => {
    const data = trainingData(genuine);
    const model = userCf.create({ neighbourCount: 2, similarity: 'jaccard' });
    const parameters = await train(model, data);
    const scores = model.scores(parameters, data, [2, 0].map(userIndex));
    // User 0 is 1/3 like user 1 and 1/2 like user 2, who share nothing.
    expectClose(await scores.data(), [1 / 2, 1 / 2, 0, 1 / 2, 1 / 3, 1 / 3]);
  });

  test('only the nearest vote; fake users given as variables vote with their values', async () => {
    const data = trainingData(genuine, { fake: tf.tensor2d([0.5, 0, 1], [1, 3]) });
    const model = userCf.create({ neighbourCount: 1, similarity: 'cosine' });
    const parameters = await train(model, data);
    const scores = model.scores(parameters, data, [2, 3].map(userIndex));
    // User 2 {0} is as like user 0 as the fake {0, 2}: the lower one votes. The fake is most like user 2.
    const root = Math.SQRT1_2;
    expectClose(await scores.data(), [root, root, 0, root, 0, 0]);
  });
});
