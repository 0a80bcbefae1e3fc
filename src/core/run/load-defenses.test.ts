import { expect, test } from 'vitest';
import { useBackend } from '../../testing/backends.ts';
import { runContext } from '../../testing/run-context.ts';
import { defaultsOf, plantedSequences } from '../../testing/sequence-run.ts';
import { trainingData } from '../data/training-data.ts';
import { spec as groSpec, type GroParameters } from '../defenses/gro/spec.ts';
import { popularity } from '../models/popularity/popularity.ts';
import { loadDefenses, trainerOf } from './load-defenses.ts';

useBackend('cpu');

test('a defense knows its place in the spec, so that its errors light up its own field', async () => {
  const params = defaultsOf<GroParameters>(groSpec.parameters);
  const loaded = await loadDefenses([
    { id: 'reverse', params: {} },
    { id: 'gro', params },
  ]);
  const data = trainingData((await plantedSequences(10)).train);
  const noSequences = popularity.create({});
  const training = trainerOf(loaded)?.defense.train?.(noSequences, data, runContext(1), 'test');
  await expect(training?.next()).rejects.toMatchObject({ path: 'defenses[1]' });
  data.dispose();
});
