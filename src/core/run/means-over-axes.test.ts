import { expect, test } from 'vitest';
import { meansOverAxes } from './means-over-axes.ts';
import type { Cell } from './result.ts';

const cell = (attack: string, victim: string, values: readonly (number | null)[], extra = {}): Cell => ({
  at: { attack, victim },
  seeds: [],
  phases: { attacked: { 'target.hr@5': { mean: null, std: null, values }, ...extra } },
  series: {},
  timing: {},
  memory: { peakTensorBytes: 0 },
  notes: [],
});
const cells = [
  cell('sgd', 'a', [0.2, 0.4]),
  cell('sgd', 'b', [0.6, 0.4]),
  cell('als', 'a', [0.1, 0.3]),
  cell('als', 'b', [0.1, 0.1]),
];
const at = (of: readonly Cell[], where: object) =>
  meansOverAxes(of).find((one) => JSON.stringify(one.at) === JSON.stringify(where));

test('every point of every axis has the mean of its cells, repeat by repeat, with an interval over repeats', () => {
  expect(meansOverAxes(cells).map((one) => [one.at, one.cells])).toEqual([
    [{ attack: 'sgd' }, 2],
    [{ attack: 'als' }, 2],
    [{ victim: 'a' }, 2],
    [{ victim: 'b' }, 2],
  ]);
  const sgd = at(cells, { attack: 'sgd' })?.phases.attacked?.['target.hr@5'];
  expect(sgd?.values).toEqual([expect.closeTo(0.4), expect.closeTo(0.4)]);
  expect([sgd?.mean, sgd?.std]).toEqual([expect.closeTo(0.4), expect.closeTo(0)]);
  const als = at(cells, { attack: 'als' })?.phases.attacked?.['target.hr@5'];
  expect(als?.values).toEqual([expect.closeTo(0.1), expect.closeTo(0.2)]);
  expect(als?.interval).toEqual([expect.closeTo(0.1), expect.closeTo(0.2)]);
});

test('what not every cell has is not averaged', () => {
  const odd = [cell('sgd', 'a', [0.2, null]), cell('sgd', 'b', [0.6, 0.4])];
  expect(at(odd, { attack: 'sgd' })?.phases).toEqual({});
  const more = { recall: { mean: 1, std: null, values: [1, 1] } };
  const some = [cell('sgd', 'a', [0.2, 0.2], more), cell('sgd', 'b', [0.6, 0.4])];
  expect(Object.keys(at(some, { attack: 'sgd' })?.phases.attacked ?? {})).toEqual(['target.hr@5']);
});

test('a single axis needs no means', () => {
  expect(meansOverAxes(cells.map((one) => ({ ...one, at: { attack: 'sgd' } })))).toEqual([]);
});
