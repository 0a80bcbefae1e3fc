import { expect, test } from 'vitest';
import { useBackend } from '../../testing/backends.ts';
import { smallExperiment } from '../../testing/small-experiment.ts';
import { createTestHost, drained } from '../../testing/test-host.ts';
import { interactionsFromColumns } from '../data/columns.ts';
import { dataMetrics } from './data-phase.ts';
import { planExperiment } from './plan-experiment.ts';
import { runExperiment } from './run-experiment.ts';

useBackend('cpu');

const described = (changes = {}) =>
  smallExperiment({ victim: undefined, evaluation: { dataOnly: true }, ...changes });

test('an experiment on data alone describes every dataset and trains nothing', async () => {
  const host = createTestHost();
  const axes = [{ name: 'users', path: 'dataset.params.users', values: [20, 30] }];
  const { yielded, returned } = await drained(runExperiment(described({ axes }), host));
  expect(returned.cells.map(({ phases }) => phases.clean?.['data.users']?.mean)).toEqual([20, 30]);
  expect(returned.cells.map(({ phases }) => Object.keys(phases))).toEqual([['clean'], ['clean']]);
  expect(returned.cells[0]?.series['data.popularity']?.values[0]?.at(-1)).toBe(1);
  expect(host.kept).toEqual([]);
  const last = yielded.flatMap((event) => (event.kind === 'progress' ? [event.overall.fraction] : [])).at(-1);
  expect(last).toBe(1);
});

test('the numbers are those of the data as prepared, before any division', () => {
  const interactions = interactionsFromColumns(2, 4, {
    users: Int32Array.from([0, 0, 0, 1]),
    items: Int32Array.from([0, 1, 2, 0]),
  });
  expect(dataMetrics({ interactions })).toMatchObject({
    'data.users': 2,
    'data.items': 4,
    'data.interactions': 4,
    'data.density': 0.5,
    'data.sparsity': 0.5,
    'data.profileLength.mean': 2,
    'data.clicksPerItem.median': 1,
    'data.headShare': 0.5,
    'data.sequenceLength.mean': null,
  });
});

test('what would be done to the data is refused, and a victim is still asked for everywhere else', () => {
  expect(() => planExperiment(described({ attack: { id: 'random-filler', params: {} } }))).toThrow(
    /^attack: must be null/,
  );
  expect(() => planExperiment(described({ defenses: [{ id: 'reverse', params: {} }] }))).toThrow(/^defenses/);
  expect(() => planExperiment(smallExperiment({ victim: undefined }))).toThrow(/victim/);
});
