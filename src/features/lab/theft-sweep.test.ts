import { expect, test } from 'vitest';
import type { Cell, Measured } from '../../core/run/result.ts';
import { shownCell } from '../../testing/shown-cell.ts';
import type { ShownCell } from './shown-run.ts';
import { numericAxis, scaleOf, sweepCurves } from './theft-sweep.ts';

type Phases = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A cell with these means of one repeat; finished ones have an interval of 0.1 around each. */
function cellAt(at: Readonly<Record<string, string>>, phases: Phases, isFinished = true): ShownCell {
  const mapped = <T>(value: (mean: number) => T) =>
    Object.fromEntries(
      Object.entries(phases).map(([phase, metrics]) => [
        phase,
        Object.fromEntries(Object.entries(metrics).map(([metric, mean]) => [metric, value(mean)])),
      ]),
    );
  const measured = (mean: number): Measured => ({ mean, std: null, values: [mean], interval: [mean - 0.1, mean + 0.1] }); // prettier-ignore
  const finished = { at, phases: mapped(measured) } as unknown as Cell;
  const data = { series: {}, phases: mapped((mean) => [mean]) };
  return shownCell({ at, data, finished: isFinished ? finished : null });
}
const theft = (own: number, copy: number, agreement: number): Phases => ({
  attacked: { 'hr@5': 0.6, 'surrogate.hr@5': 0.5, 'agreement@5': 0.8 },
  defended: { 'hr@5': own, 'surrogate.hr@5': copy, 'agreement@5': agreement },
});
const cells = [
  cellAt({ weight: '1', data: 'a' }, theft(0.4, 0.2, 0.3), false),
  cellAt({ weight: '0.01', data: 'a' }, theft(0.55, 0.45, 0.7)),
  cellAt({ weight: '0.01', data: 'b' }, theft(0.1, 0.1, 0.1)),
];

test('victim and copy stand at every number of the axis in its order, at the place of the cell on the others', () => {
  const curves = sweepCurves(cells, 'weight', { weight: '0.01', data: 'a' }, 'hits', 5);
  expect(curves.map(({ label, x, values }) => ({ label, x, values }))).toEqual([
    { label: 'Undefended victim', x: [0.01, 1], values: [[0.6, 0.6]] },
    { label: 'Copy of the undefended victim', x: [0.01, 1], values: [[0.5, 0.5]] },
    { label: 'Defended victim', x: [0.01, 1], values: [[0.55, 0.4]] },
    { label: 'Copy of the defended victim', x: [0.01, 1], values: [[0.45, 0.2]] },
  ]);
  const agreement = sweepCurves(cells, 'weight', cells[2]?.at ?? {}, 'agreement', 5);
  expect(agreement.map(({ values }) => values)).toEqual([[[0.8]], [[0.1]]]);
});

test('finished cells have their interval over users, where a defense is looked at', () => {
  const curves = sweepCurves(cells, 'weight', { weight: '1', data: 'a' }, 'hits', 5);
  expect(curves.map(({ intervals }) => intervals?.[1])).toEqual([undefined, undefined, null, null]);
  expect(curves[2]?.intervals?.[0]?.[0]).toBeCloseTo(0.45, 12);
  expect(curves[3]?.intervals?.[0]?.[1]).toBeCloseTo(0.55, 12);
});

test('an axis of numbers is swept, on a scale of ratios where it spans much', () => {
  const axis = (name: string, labels: readonly string[]) => ({
    name,
    points: labels.map((label) => ({ label, set: {} })),
  });
  const specOf = (...axes: readonly ReturnType<typeof axis>[]) => ({ axes }) as never;
  expect(numericAxis(specOf(axis('defense', ['none', 'GRO']), axis('weight', ['0.01', '1'])))).toBe('weight');
  expect(numericAxis(specOf(axis('defense', ['none', '1'])))).toBeUndefined();
  expect(numericAxis(specOf(axis('weight', ['1'])))).toBeUndefined();
  expect(scaleOf(sweepCurves(cells, 'weight', { data: 'a' }, 'hits', 5))).toBe('log');
  expect(scaleOf(sweepCurves(cells, 'weight', { data: 'b' }, 'hits', 5))).toBe('linear');
});
