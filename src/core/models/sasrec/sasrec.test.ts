import { describe, expect, test } from 'vitest';
import { useBackend } from '../../../testing/backends.ts';
import { defaultsOf, hitRate, plantedSequences, trainedOn } from '../../../testing/sequence-run.ts';
import { datasetOf } from '../../../testing/small-dataset.ts';
import { sasrec } from './sasrec.ts';
import { spec, type SasrecParameters } from './spec.ts';

const small: SasrecParameters = {
  ...defaultsOf<SasrecParameters>(spec.parameters),
  embeddingSize: 16,
  feedForwardSize: 32,
  maxLength: 9,
  blocks: 1,
  epochs: 30,
  learningRate: 0.01,
  patience: 0,
};

describe('sasrec', () => {
  useBackend('wasm');

  test('finds the next item far better than chance, and repeats with its seed', async () => {
    const { train, test: heldOut } = await plantedSequences();
    const run = await trainedOn(sasrec.create(small), train);
    expect(await hitRate(run, heldOut)).toBeGreaterThan(0.6);
    run.dispose();
    const once = await trainedOn(sasrec.create({ ...small, epochs: 2 }), train);
    const again = await trainedOn(sasrec.create({ ...small, epochs: 2 }), train);
    expect(once.losses).toEqual(again.losses);
    expect(once.losses).toEqual(run.losses.slice(0, once.losses.length));
    once.dispose();
    again.dispose();
  });

  test('stops after its patience, with the parameters of the best validation', async () => {
    const { train } = await plantedSequences(40);
    const run = await trainedOn(
      sasrec.create({ ...small, epochs: 50, patience: 1, learningRate: 1e-6 }),
      train,
    );
    expect(run.epochs).toBeLessThan(50);
    run.dispose();
  });

  test('refuses data without times', async () => {
    const { interactions } = datasetOf([
      [0, 0],
      [0, 1],
    ]);
    await expect(trainedOn(sasrec.create(small), interactions)).rejects.toThrow(
      'must have the time of every interaction',
    );
  });
});
