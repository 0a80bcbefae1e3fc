import { describe, expect, it } from 'vitest';
import { tf } from '../tensors.ts';
import { interactionsFromEntries } from './interactions.ts';
import { trainingData } from './training-data.ts';

const interactions = interactionsFromEntries(2, 3, [
  { user: 0, item: 2 },
  { user: 1, item: 0 },
  { user: 1, item: 2 },
]);

describe('trainingData', () => {
  it('holds the interactions as a sparse matrix and frees it, not the variables', async () => {
    await tf.ready();
    const fake = tf.zeros<tf.Rank.R2>([1, 3]);
    const before = tf.memory().numTensors;
    const data = trainingData(interactions, { fake });
    expect([data.matrix.rows, data.matrix.columns, data.matrix.count]).toEqual([2, 3, 3]);
    expect([...(await data.matrix.entryColumn.data())]).toEqual([2, 0, 2]);
    expect([...(await data.matrix.entryRow.data())]).toEqual([0, 1, 1]);
    expect(data.variables.fake).toBe(fake);
    data.dispose();
    expect(tf.memory().numTensors).toBe(before);
    expect(fake.isDisposed).toBe(false);
    fake.dispose();
  });
});
