import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../../testing/small-dataset.ts';
import { createRng } from '../../math/rng.ts';
import { mergeRepeats } from './merge-repeats.ts';

const rng = createRng(1);
const dataset = datasetOf([
  [0, 1, 2, 30],
  [0, 0, 1, 5],
  [0, 1, 5, 40],
  [0, 1, 3, 10],
  [1, 1, 4, 1],
]);

describe('merge-repeats', () => {
  it.each([
    ['latest', 5],
    ['mean', 10 / 3],
    ['sum', 10],
    ['largest', 5],
  ] as const)('takes the %s rating and the latest time', (rating, expected) => {
    const { interactions } = mergeRepeats.prepare(dataset, { rating }, rng);
    expect([...interactions.items]).toEqual([0, 1, 1]);
    expect(interactions.values?.[1]).toBeCloseTo(expected, 6);
    expect([...(interactions.times ?? [])]).toEqual([5, 40, 1]);
    expect([interactions.values?.[0], interactions.values?.[2]]).toEqual([1, 4]);
  });

  it('takes the last in the file without times', () => {
    const untimed = datasetOf([
      [0, 0, 2],
      [0, 0, 7],
    ]);
    const { interactions } = mergeRepeats.prepare(untimed, { rating: 'latest' }, rng);
    expect([...(interactions.values ?? [])]).toEqual([7]);
  });

  it('does not change its input, nor data without repeats', () => {
    const before = structuredClone(dataset);
    const merged = mergeRepeats.prepare(dataset, { rating: 'sum' }, rng);
    expect(dataset).toEqual(before);
    expect(mergeRepeats.prepare(merged, { rating: 'sum' }, rng)).toEqual(merged);
  });
});
