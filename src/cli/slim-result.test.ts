import { expect, test } from 'vitest';
import type { ExperimentResult, Series } from '../core/run/result.ts';
import { numbersAlone, slimResult } from './slim-result.ts';

const long: Series = {
  x: Array.from({ length: 780 }, (_, at) => at + 1),
  label: 'batches',
  values: [Array.from({ length: 780 }, (_, at) => 780 - at)],
};

/** A result with the same curve under every name. */
function resultWith(names: readonly string[]): ExperimentResult {
  const series = Object.fromEntries(names.map((name) => [name, long]));
  const cell = {
    at: {},
    seeds: [],
    phases: {},
    series,
    timing: {},
    memory: { peakTensorBytes: 0 },
    notes: [],
  };
  return { cells: [cell] } as unknown as ExperimentResult;
}

test('ships the three losses of a defended training and those of the copies, as dense as a chart draws them', () => {
  const shipped = [
    'loss.train',
    'loss.train.cleanDefended',
    'loss.swap.cleanDefended',
    'loss.student.defended',
    'loss.surrogate',
    'defended.loss.surrogate',
  ];
  const { series } = slimResult(resultWith(shipped)).cells[0] as ExperimentResult['cells'][number];
  expect(Object.keys(series)).toEqual(shipped);
  for (const { x, values } of Object.values(series)) {
    expect(x).toHaveLength(100);
    expect([x[0], x.at(-1)]).toEqual([1, 780]);
    expect(values[0]).toEqual(x.map((place) => 781 - place));
  }
});

test('keeps every place of what is measured by outer step, and leaves out curves that no first look draws', () => {
  const { series } = slimResult(resultWith(['loss.adversarial', 'loss.train.control', 'clean.mrr'])).cells[0] as ExperimentResult['cells'][number]; // prettier-ignore
  expect(series).toEqual({ 'loss.adversarial': long });
});

test('a grid too large for its curves keeps its numbers', () => {
  const { cells } = numbersAlone({ ...resultWith(['hr@10']), means: [] });
  expect(cells).toEqual([{ ...resultWith([]).cells[0], series: {} }]);
  expect(numbersAlone({ ...resultWith([]), means: [] })).not.toHaveProperty('means');
});
