import { describe, expect, it } from 'vitest';
import { interactionsFromEntries } from './interactions.ts';
import { datasetStatistics, gini, spread } from './statistics.ts';

describe('datasetStatistics', () => {
  it('counts a small dataset as by hand', () => {
    const interactions = interactionsFromEntries(3, 4, [
      { user: 0, item: 0, time: 1 },
      { user: 0, item: 0, time: 2 },
      { user: 0, item: 2, time: 3 },
      { user: 1, item: 0, time: 5 },
      { user: 2, item: 3, time: Number.NaN },
    ]);
    expect(datasetStatistics({ interactions })).toEqual({
      users: 3,
      items: 4,
      interactions: 5,
      density: 4 / 12,
      perUser: { min: 1, median: 1, mean: 5 / 3, max: 3 },
      perItem: { min: 0, median: 1, mean: 1.25, max: 3 },
      popularityGini: 0.45,
      sequenceLength: { min: 1, median: 2, mean: 2, max: 3 },
    });
  });

  it('has no sequence lengths without times, and survives an empty dataset', () => {
    const empty = datasetStatistics({ interactions: interactionsFromEntries(0, 0, []) });
    expect(empty).toMatchObject({ users: 0, density: 0, popularityGini: 0, sequenceLength: null });
  });
});

describe('spread', () => {
  it('takes the middle of an even number of counts', () => {
    expect(spread([4, 1, 3, 10])).toEqual({ min: 1, median: 3.5, mean: 4.5, max: 10 });
  });
});

describe('gini', () => {
  it.each([
    [[5, 5, 5], 0],
    [[1, 3], 0.25],
    [[0, 0, 0, 7], 0.75],
    [[0, 0], 0],
  ])('of %j is %d', (counts, value) => {
    expect(gini(counts)).toBeCloseTo(value, 12);
  });

  it('does not change with scale or order', () => {
    expect(gini([2, 9, 4, 1])).toBeCloseTo(gini([90, 20, 10, 40]), 12);
  });
});
