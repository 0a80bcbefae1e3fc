import { expect, test } from 'vitest';
import { useBackend } from '../../testing/backends.ts';
import { smallExperiment } from '../../testing/small-experiment.ts';
import { createTestHost } from '../../testing/test-host.ts';
import { estimateCost } from './estimate-cost.ts';
import { planExperiment } from './plan-experiment.ts';

useBackend('cpu');

/** Every look at the clock takes a second, so that only the number of victims differs. */
const estimated = async (control: boolean) => {
  let milliseconds = 0;
  const spec = smallExperiment({ evaluation: { cutoffs: [3], baseline: false, control } });
  const cell = planExperiment(spec).cells[0];
  if (!cell) throw new Error('no cell');
  return estimateCost(cell.spec, createTestHost({ now: () => (milliseconds += 1000) }));
};

test('an experiment without a control victim is estimated at one training less', async () => {
  const [both, alone] = [await estimated(true), await estimated(false)];
  const loading = 2 * alone.seconds - both.seconds;
  expect(both.seconds).toBeGreaterThan(alone.seconds);
  expect(loading).toBe(1);
});

test('an opponent and every fake user left out cost a training each', async () => {
  const seconds = async (asked: Readonly<Record<string, unknown>>, defenses: readonly unknown[] = []) => {
    let milliseconds = 0;
    const targetItems = { by: 'popularity-rank', ranks: [9] };
    const params = { targetItems, fakeUserCount: 3, fillerCount: 2 };
    const evaluation = { cutoffs: [3], baseline: false, control: false, ...asked };
    const spec = smallExperiment({ attack: { id: 'random-filler', params }, defenses, evaluation });
    const cell = planExperiment(spec).cells[0];
    if (!cell) throw new Error('no cell');
    return (await estimateCost(cell.spec, createTestHost({ now: () => (milliseconds += 1000) }))).seconds;
  };
  const plain = await seconds({});
  const one = (await seconds({ opponent: { id: 'hand-made', params: {} } })) - plain;
  expect(one).toBeGreaterThan(0);
  expect(await seconds({ explain: { user: 0, leaveOneOut: 2 } })).toBeCloseTo(plain + 2 * one, 9);
  // There are no more fake users than three.
  expect(await seconds({ explain: { user: 0, leaveOneOut: 9 } })).toBeCloseTo(plain + 3 * one, 9);
  // Behind a detector they are left out once more.
  const defenses = [{ id: 'degree-detector', params: {} }];
  const behind = await seconds({}, defenses);
  expect(await seconds({ explain: { user: 0, leaveOneOut: 2 } }, defenses)).toBeCloseTo(behind + 4 * one, 9);
});
