import { expect, test } from 'vitest';
import type { GridCell } from './cell-grid.ts';
import { barKind, tradeOffPoints, tradeOffTable } from './trade-off.ts';

const cell = (defense: string, model: string, defended?: readonly [number[], number[]]): GridCell => ({
  at: { defense, model },
  data: {
    series: {},
    phases: {
      attacked: { 'hr@10': [0.6, 0.7], 'agreement@10': [0.5, 0.5] },
      ...(defended && { defended: { 'hr@10': defended[0], 'agreement@10': defended[1] } }),
    },
  },
});
const cells = [
  cell('none', 'narm'),
  cell('GRO', 'narm', [
    [0.5, 0.6],
    [0.2, 0.4],
  ]),
  cell('GRO', 'bert4rec', [[0.1], [0.1]]),
  cell('reverse', 'narm'),
];
const sides = { axes: ['defense'], at: { model: 'narm' }, x: 'hr@10', y: 'agreement@10' };

test('the undefended point comes once, and each defense from the phase behind it', () => {
  const points = tradeOffPoints(cells, sides);
  expect(points.map(({ label }) => label)).toEqual(['no defense', 'GRO']);
  expect(points[0]?.x).toEqual({ mean: expect.closeTo(0.65) as number, low: 0.6, high: 0.7 });
  expect(points[1]?.y).toEqual({ mean: expect.closeTo(0.3) as number, low: 0.2, high: 0.4 });
});

test('a run without axes has a point without and one with its defenses', () => {
  const alone = { ...cell('', '', [[0.5], [0.2]]), at: {} };
  expect(tradeOffPoints([alone], { ...sides, axes: [], at: {} }).map(({ label }) => label)).toEqual([
    'no defense',
    'defended',
  ]);
});

test('a point without one of its numbers is left out', () => {
  expect(tradeOffPoints(cells, { ...sides, y: 'surrogate.hr@10' })).toEqual([]);
});

test('the table names both sides with their ranges', () => {
  const table = tradeOffTable(tradeOffPoints(cells, sides), 'Victim', 'Copy');
  expect(table.columns).toHaveLength(7);
  expect(table.rows[1]?.slice(0, 4)).toEqual(['GRO', 0.55, 0.5, 0.6]);
});

test('one repeat has bars over its users, where the cell is finished; several repeats span themselves', () => {
  const interval = [0.05, 0.35] as const;
  const defended = { 'hr@10': { interval }, 'agreement@10': { interval: [0, 0.2] } };
  const finished = { phases: { defended } } as unknown as NonNullable<GridCell['finished']>;
  const [, , single] = cells;
  const alone = { ...sides, at: { model: 'bert4rec' } };
  const drawn = tradeOffPoints([{ ...(single as GridCell), finished }], alone);
  expect(drawn.at(-1)).toMatchObject({
    bars: 'users',
    x: { mean: 0.1, low: 0.05, high: 0.35 },
    y: { mean: 0.1, low: 0, high: 0.2 },
  });
  expect(barKind(drawn.slice(1))).toBe('users');
  expect(tradeOffTable(drawn.slice(1), 'Victim', 'Copy').columns.slice(1, 4)).toEqual([
    'Victim',
    'Victim, 95% from',
    'Victim, 95% to',
  ]);
  const running = tradeOffPoints([{ ...(single as GridCell), finished: null }], alone);
  expect(running.at(-1)).toMatchObject({ bars: 'none', x: { low: 0.1, high: 0.1 } });
  expect(barKind(tradeOffPoints(cells, sides))).toBe('repeats');
});
