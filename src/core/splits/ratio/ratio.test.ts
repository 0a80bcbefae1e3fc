import { describe, expect, it } from 'vitest';
import { datasetOf } from '../../../testing/small-dataset.ts';
import { interactionCount, itemsOf } from '../../data/interactions.ts';
import { createRng } from '../../math/rng.ts';
import { ratio } from './ratio.ts';

const { interactions } = datasetOf(
  Array.from({ length: 30 }, (_, user) =>
    Array.from({ length: 1 + user }, (_, item) => [user, item, item + 1] as const),
  ).flat(),
);

describe('ratio', () => {
  it('hides the floor of the share of every user, disjoint from training', () => {
    const { train, test } = ratio.split(interactions, { testFraction: 0.2, over: 'user' }, createRng(1));
    for (let user = 0; user < 30; user++) {
      const [kept, hidden] = [[...itemsOf(train, user)], [...itemsOf(test, user)]];
      expect(hidden).toHaveLength(Math.floor((1 + user) / 5));
      expect([...kept, ...hidden].sort((a, b) => a - b)).toEqual([...itemsOf(interactions, user)]);
    }
    expect([train.userCount, train.itemCount]).toEqual([test.userCount, test.itemCount]);
    expect(test.values?.every((value, at) => value === (test.items[at] ?? 0) + 1)).toBe(true);
  });

  it('hides the share of all interactions together', () => {
    const { train, test } = ratio.split(interactions, { testFraction: 0.25, over: 'all' }, createRng(1));
    expect(interactionCount(interactions)).toBe(465);
    expect(interactionCount(test)).toBe(116);
    expect(interactionCount(train)).toBe(349);
  });

  it('takes a share of 0.29 of 100 for 29', () => {
    const wide = datasetOf(Array.from({ length: 100 }, (_, item) => [0, item] as const)).interactions;
    const { test } = ratio.split(wide, { testFraction: 0.29, over: 'user' }, createRng(1));
    expect(interactionCount(test)).toBe(29);
  });

  it('keeps repeats of a pair on one side, once on the test side', () => {
    const repeated = datasetOf(Array.from({ length: 60 }, (_, at) => [0, at % 20] as const)).interactions;
    const { train, test } = ratio.split(repeated, { testFraction: 0.5, over: 'user' }, createRng(1));
    expect(interactionCount(test)).toBe(10);
    expect(interactionCount(train)).toBe(30);
    expect([...test.items].some((item) => train.items.includes(item))).toBe(false);
  });

  it('depends on the seed alone', () => {
    const items = (seed: number, over: 'user' | 'all') =>
      ratio.split(interactions, { testFraction: 0.2, over }, createRng(seed)).test.items;
    for (const over of ['user', 'all'] as const) {
      expect(items(1, over)).toEqual(items(1, over));
      expect(items(1, over)).not.toEqual(items(2, over));
    }
  });
});
