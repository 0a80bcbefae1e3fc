import { expect, test } from 'vitest';
import { useBackend } from '../../testing/backends.ts';
import { smallAttack, smallExperiment } from '../../testing/small-experiment.ts';
import { createTestHost, drained } from '../../testing/test-host.ts';
import type { StageValue } from './host.ts';
import { runExperiment } from './run-experiment.ts';

useBackend('cpu');

test('an outer step that looks further back holds more memory, and a cached attack tells the same', async () => {
  const axes = [{ name: 'depth', path: 'attack.params.unrollSteps', values: [1, 8] }];
  const spec = smallExperiment({ attack: smallAttack({ outerSteps: 2 }), axes });
  const stages = new Map<string, StageValue>();
  const peaks = async () => {
    const { returned } = await drained(runExperiment(spec, createTestHost({ stages })));
    return returned.cells.map(({ series }) => series['cost.peakBytes']);
  };
  const [short, long] = await peaks();
  expect(short?.x).toEqual([1, 2]);
  const most = (curve: typeof short) => Math.max(...(curve?.values.flat() as number[]));
  expect(most(long)).toBeGreaterThan(most(short));
  expect(await peaks()).toEqual([short, long]);
});
