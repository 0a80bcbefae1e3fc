import { describe, expect, test } from 'vitest';
import { forEachBackend, testedBackends, useBackend } from '../../../testing/backends.ts';
import { causal, cloze, defended, recurrent } from '../../../testing/gro-run.ts';
import { expectClose } from '../../../testing/matchers.ts';
import { plantedSequences } from '../../../testing/sequence-run.ts';
import type { Model, SequenceInput, SequenceModel } from '../../contracts.ts';
import { trainingData } from '../../data/training-data.ts';
import { createRng } from '../../math/rng.ts';
import { causalBatch } from '../../training/sequence-inputs.ts';

const pairs: readonly (readonly [string, () => Model, () => Model])[] = [
  ['bert4rec taught by a shorter bert4rec', cloze, () => cloze({ maxLength: 4 })],
  ['sasrec taught by a shorter sasrec', causal, () => causal({ maxLength: 4 })],
  ['narm taught by a shorter sasrec', recurrent, () => causal({ maxLength: 4 })],
  ['bert4rec taught by a shorter sasrec', cloze, () => causal({ maxLength: 4 })],
];
const lessons = new Map<string, Readonly<Record<string, number>>[]>();

forEachBackend((backend) => {
  test.each(pairs)('%s: every loss is a number', async (name, victim, student) => {
    const { train } = await plantedSequences(60);
    const build = () => Promise.resolve(student());
    const run = await defended(victim(), train, { studentIs: 'other', epochs: 1 }, { build });
    for (const values of run.values) {
      expect(Object.keys(values).sort()).toEqual(['loss.student', 'loss.swap', 'loss.train']);
      expect(Object.values(values).every(Number.isFinite)).toBe(true);
    }
    lessons.set(`${name}, ${backend}`, run.values);
    run.dispose();
  });
});

test.each(pairs)('%s: the same on every backend', (name) => {
  const [first, ...others] = testedBackends.map((backend) => lessons.get(`${name}, ${backend}`) ?? []);
  expect(first?.length).toBeGreaterThan(0);
  for (const other of others) {
    expect(other.length).toBe(first?.length);
    first?.forEach((values, step) => {
      for (const [loss, value] of Object.entries(values))
        expectClose(other[step]?.[loss], value, { absolute: 1e-4, relative: 1e-4 });
    });
  }
});

describe('a student that asks for itself', () => {
  useBackend('cpu');

  test('teaches the same whatever it would read of data', async () => {
    const { train } = await plantedSequences(40);
    const taughtBy = async (student: Model) => {
      const changes = { studentIs: 'other', epochs: 1 } as const;
      const run = await defended(recurrent(), train, changes, { build: () => Promise.resolve(student) });
      run.dispose();
      return run.values;
    };
    const loud = { epochs: 9, batchSize: 3, patience: 2, maskRate: 0.9, mostMasked: 1 };
    expect(await taughtBy(cloze(loud))).toEqual(await taughtBy(cloze()));
    expect(await taughtBy(causal({ objective: 'softmax' }))).toEqual(await taughtBy(causal()));
    expect(await taughtBy(cloze({ dropout: 0.5 }))).not.toEqual(await taughtBy(cloze()));
  });

  test.each([
    ['narm', recurrent],
    ['sasrec', causal],
  ] as const)('%s: has the rows of the places that the victim was asked, in their order', async (_, make) => {
    const { train } = await plantedSequences(20);
    const data = trainingData(train);
    const { sequence, init } = make() as SequenceModel;
    const windows = [
      [4, 1, 3, 2],
      [2, 0],
      [1, 4, 0, 2, 3, 1, 0],
    ].map((items) => Int32Array.from(items));
    const batch = causalBatch(windows, sequence.maxLength, createRng(1));
    const parameters = init(createRng(2), data);
    const scoresOf = (input: SequenceInput) => sequence.scoresAt(parameters, input);
    const whole = scoresOf(batch.input);
    expect(whole.shape).toEqual([3 + 1 + 6, 40]);
    expectClose(await scoresOf(sequence.query(batch.histories(), 40)).data(), await whole.data());
    data.dispose();
  });
});
