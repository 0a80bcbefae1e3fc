import { expect, test } from 'vitest';
import { barOf, barSeries, barTable } from './bar-series.ts';
import type { GridCell } from './cell-grid.ts';

const cell = (attack: string, stratum: string, victim: string, attacked: number[]): GridCell => ({
  at: { attack, stratum, victim },
  data: { series: {}, phases: { clean: { hit: [0.1, 0.3] }, attacked: { hit: attacked } } },
});
const cells = [
  cell('sgd', 'head', 'a', [0.4, 0.6]),
  cell('sgd', 'head', 'b', [0.2, 0.2]),
  cell('als', 'head', 'a', [0.5, 0.5]),
  cell('sgd', 'tail', 'a', [0, 0.2]),
];
const sides = {
  groupAxis: 'stratum',
  groups: ['head', 'tail'],
  seriesAxis: 'attack',
  series: ['sgd', 'als'],
  fixed: {},
};

test('each attack has a bar in each stratum, averaged over victims repeat by repeat', () => {
  const bars = barSeries(cells, sides, 'hit');
  expect(bars.map(({ label }) => label)).toEqual(['Clean', 'sgd', 'als']);
  expect(bars[1]?.values).toEqual([
    [expect.closeTo(0.3), expect.closeTo(0.4)],
    [0, 0.2],
  ]);
  expect(bars[2]?.values).toEqual([[0.5, 0.5], []]);
});

test('a last group has the mean over all others, once every cell of a bar is measured', () => {
  const bars = barSeries(cells, { ...sides, together: 'all' }, 'hit');
  expect(bars[1]?.values[2]).toEqual([expect.closeTo(0.2), expect.closeTo(1 / 3)]);
  const open = [...cells, { ...cell('sgd', 'tail', 'b', []), data: { series: {}, phases: {} } }];
  const early = barSeries(open, { ...sides, together: 'all' }, 'hit');
  expect(early[1]?.values[2]).toEqual([]);
  expect(early[2]?.values[2]).toEqual([0.5, 0.5]);
});

test('a chosen victim stands alone', () => {
  const bars = barSeries(cells, { ...sides, fixed: { victim: 'b' } }, 'hit');
  expect(bars.find(({ label }) => label === 'sgd')?.values).toEqual([[0.2, 0.2], []]);
  expect(bars.some(({ label }) => label === 'als')).toBe(false);
});

test('attacks differ by texture, not by colour alone', () => {
  const [, first, second] = barSeries(cells, sides, 'hit');
  expect(first?.texture).not.toBe(second?.texture);
});

test('the error bar spans the repeats', () => {
  expect(barOf([0.2, null, 0.6])).toEqual({ mean: expect.closeTo(0.4) as number, low: 0.2, high: 0.6 });
  expect(barOf([null])).toEqual({ mean: null, low: null, high: null });
});

test('the table has one line a bar', () => {
  const { rows } = barTable('Stratum', sides.groups, barSeries(cells, sides, 'hit'));
  expect(rows).toHaveLength(6);
  expect(rows).toContainEqual(['tail', 'sgd', 0.1, 0, 0.2]);
});
