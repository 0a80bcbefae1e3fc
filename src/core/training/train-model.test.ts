import { describe, expect, test } from 'vitest';
import { useBackend } from '../../testing/backends.ts';
import { drained } from '../../testing/test-host.ts';
import type { Trainable } from '../contracts.ts';
import { interactionsFromEntries } from '../data/interactions.ts';
import { trainingData } from '../data/training-data.ts';
import { sgdMomentum } from '../math/optimizers/sgd-momentum.ts';
import { createRng, type Rng } from '../math/rng.ts';
import { tf, type NamedTensors, type Scalar, type Tensor } from '../tensors.ts';
import { trainModel } from './train-model.ts';

const pacing = { signal: { aborted: false }, yieldNow: async () => undefined };

/** Pulls theta towards the number of the batch at rate 0.5; two batches an epoch. */
function pulled(seen: string[] = []): Trainable<number> {
  return {
    kind: 'trainable',
    capabilities: { gradients: 'exact', embeddings: false, readsData: false, sequences: false },
    epochs: 3,
    optimizer: sgdMomentum({ learningRate: 0.5 }),
    init: () => ({ theta: tf.tensor1d([8]) }),
    batchesPerEpoch: () => 2,
    batch(_data, epoch, index, rng: Rng) {
      seen.push(`${epoch}:${index} ${rng.key}`);
      return index;
    },
    loss: ({ theta }: NamedTensors, batch) =>
      tf.mul(tf.sum(tf.square(tf.sub(theta as Tensor, batch))), 0.5) as Scalar,
    scores: () => tf.zeros([1, 1]),
  };
}

describe('training a model', () => {
  useBackend('cpu');
  const data = () => trainingData(interactionsFromEntries(1, 1, [{ user: 0, item: 0 }]));

  test('takes every batch of every epoch in order, each from the stream of batches', async () => {
    const seen: string[] = [];
    await drained(trainModel(pulled(seen), data(), createRng(4), pacing, 'victim'));
    const places = ['0:0', '0:1', '1:0', '1:1', '2:0', '2:1'];
    expect(seen).toEqual(places.map((place) => `${place} seed=4/batches`));
  });

  test('reports the loss before each step, the step, and the epoch that it ends', async () => {
    const { yielded } = await drained(trainModel(pulled(), data(), createRng(1), pacing, 'victim'));
    expect(yielded.map(({ done, total, unit, stage }) => [done, total, unit, stage])).toEqual(
      [1, 2, 3, 4, 5, 6].map((done) => [done, 6, 'batches', 'victim']),
    );
    // theta: 8, 4, 2.5, 1.25, ...
    expect(yielded.slice(0, 3).map(({ values }) => values?.['loss.train'])).toEqual([32, 4.5, 3.125]);
    expect(yielded.map(({ epoch }) => epoch)).toEqual([undefined, 1, undefined, 2, undefined, 3]);
  });

  test('uses the gradient written by hand where there is one', async () => {
    const byHand = { ...pulled(), gradient: () => ({ theta: tf.tensor1d([-2]) }) };
    const { returned } = await drained(trainModel(byHand, data(), createRng(1), pacing, 'victim'));
    expect([...((await returned.theta?.data()) ?? [])]).toEqual([8 + 6]);
  });

  test('lets others in before every step', async () => {
    let breaths = 0;
    const breathing = { ...pacing, yieldNow: async () => void breaths++ };
    await drained(trainModel(pulled(), data(), createRng(1), breathing, 'victim'));
    expect(breaths).toBe(6);
  });

  test('names stage and epoch of a loss that is not finite', async () => {
    const diverging = { ...pulled(), optimizer: sgdMomentum({ learningRate: 1e30 }) };
    await expect(drained(trainModel(diverging, data(), createRng(1), pacing, 'victim'))).rejects.toThrow(
      /^victim: the training loss of epoch [12] is not finite\. Lower the learning rate of the model\.$/,
    );
  });
});
