import { expect, test } from 'vitest';
import { useBackend } from '../../testing/backends.ts';
import { tf } from '../tensors.ts';
import { interactionsFromDense } from './interactions.ts';
import { knownInteractions } from './known-interactions.ts';
import { trainingData } from './training-data.ts';

useBackend('cpu');

const genuine = interactionsFromDense([1, 0, 0, 0, 1, 1], 2, 3);

test('without variables the rows are the genuine users', async () => {
  const { userCount, items, values } = await knownInteractions(trainingData(genuine));
  expect({ userCount, items: [...items], values }).toEqual({
    userCount: 2,
    items: [0, 1, 2],
    values: undefined,
  });
});

test('fake users given as variables come last, with their fractional values', async () => {
  const fake = tf.tensor2d([0.5, 0, 1, 0, 0, 0], [2, 3]);
  const all = await knownInteractions(trainingData(genuine, { fake }));
  expect(all.userCount).toBe(4);
  expect([...all.offsets]).toEqual([0, 1, 3, 5, 5]);
  expect([...all.items]).toEqual([0, 1, 2, 0, 2]);
  expect([...(all.values ?? [])]).toEqual([1, 1, 1, 0.5, 1]);
});
