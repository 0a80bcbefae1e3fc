import { expect, test } from 'vitest';
import type { Direct } from '../../contracts.ts';
import { interactionsFromEntries, userIndex } from '../../data/interactions.ts';
import { trainingData } from '../../data/training-data.ts';
import { createRng } from '../../math/rng.ts';
import { tf, tidy } from '../../tensors.ts';
import { useBackend } from '../../../testing/backends.ts';
import { drained } from '../../../testing/test-host.ts';
import { popularity } from './popularity.ts';

useBackend('cpu');

const pacing = { signal: { aborted: false }, yieldNow: async () => undefined };
const interactions = interactionsFromEntries(3, 4, [
  { user: 0, item: 1 },
  { user: 1, item: 1 },
  { user: 1, item: 2 },
  { user: 2, item: 1 },
]);

test('scores every user with the clicks of each item, fractional fake clicks included', async () => {
  const fake = tf.tensor2d([0.5, 0, 1, 0], [1, 4]);
  const data = trainingData(interactions, { fake });
  const model = popularity.create({}) as Direct;
  const { returned } = await drained(model.fit(data, createRng(1), pacing));
  const scores = tidy(() => model.scores(returned, data, [0, 2].map(userIndex)));
  expect(await scores.array()).toEqual([
    [0.5, 3, 2, 0],
    [0.5, 3, 2, 0],
  ]);
});
