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
