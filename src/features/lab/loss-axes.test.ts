import { expect, test } from 'vitest';
import { plainSpec } from '../../testing/fake-runner.ts';
import { shownCell, shownRun } from '../../testing/shown-cell.ts';
import { copyLevels, copyLossAxis, studentLevels, victimLossAxis } from './loss-axes.ts';

const component = (id: string, params = {}) => ({ id, params });
const theft = {
  ...plainSpec,
  victim: component('bert4rec'),
  attack: component('model-extraction'),
  defenses: [component('gro', { marginRank: 2 })],
  axes: [
    {
      name: 'theft',
      points: [
        { label: 'means', set: {} },
        {
          label: 'sums of CML',
          set: { victim: component('cml'), 'attack.params.reduction': 'sum', defenses: [] },
        },
      ],
    },
  ],
};
const [means, sums] = ['means', 'sums of CML'].map((label) => shownCell({ at: { theft: label } }));
const run = shownRun([], { spec: theft });

test('an axis of losses has the unit of what the chosen cell trains, not a word for all', () => {
  expect(victimLossAxis({ run, cell: means })).toBe('Cross-entropy (nats, mean)');
  expect(victimLossAxis({ run, cell: sums })).toBe('Hinge (squared distance, mean)');
  const factors = shownRun([], { spec: { ...theft, victim: component('wrmf') } });
  expect(victimLossAxis({ run: factors, cell: means })).toBe('Weighted squared error (sum)');
  expect(copyLossAxis({ run, cell: means })).toBe('Ranking loss (score points, means)');
  expect(copyLossAxis({ run, cell: sums })).toBe('Ranking loss (score points, sum)');
});

test('whoever knows nothing stands at the sum of the margins, as far as the loss is one of means', () => {
  expect(copyLevels({ run, cell: means }).map(({ value }) => value)).toEqual([1]);
  expect(copyLevels({ run, cell: sums })).toEqual([]);
  expect(studentLevels({ run, cell: means }).map(({ value }) => value)).toEqual([2.5]);
  expect(studentLevels({ run, cell: sums })).toEqual([]);
});
