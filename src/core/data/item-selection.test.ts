import { describe, expect, it } from 'vitest';
import { createRng } from '../math/rng.ts';
import type { ItemSelection, Stratum } from '../params/fields.ts';
import { percentile, popularityRanks, resolveItems, stratumItems } from './item-selection.ts';

const itemCounts = Int32Array.of(5, 9, 5, 0, 7);
const from = { itemIds: ['a', 'b', 'c', 'd', 'e'], itemCounts };
const resolve = (selection: ItemSelection, seed = 1) =>
  resolveItems(selection, from, createRng(seed), 'attack.params.targetItems');

describe('resolveItems', () => {
  it('finds items by id, in the order asked', () => {
    expect(resolve({ by: 'id', ids: ['d', 'a'] })).toEqual([3, 0]);
  });

  it('finds items by popularity rank from 1, ties in index order', () => {
    expect(resolve({ by: 'popularity-rank', ranks: [1, 2, 3, 4, 5] })).toEqual([1, 4, 0, 2, 3]);
    expect([...popularityRanks(itemCounts)]).toEqual([3, 1, 4, 5, 2]);
  });

  it('draws from a stratum: same seed same items, all of them when all are asked for', () => {
    expect(resolve({ by: 'stratum', stratum: 'tail', count: 1 })).toEqual([3]);
    const counts = Int32Array.from({ length: 200 }, (_, item) => item);
    const many = { itemIds: Array.from(counts, String), itemCounts: counts };
    const draw = (seed: number) =>
      resolveItems({ by: 'stratum', stratum: 'tail', count: 5 }, many, createRng(seed), 'x');
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    expect(new Set(draw(1)).size).toBe(5);
  });

  it.each<[string, ItemSelection, string]>([
    [
      'an unknown id',
      { by: 'id', ids: ['a', 'z'] },
      'targetItems.ids[1]: must be an item of the prepared dataset, got "z"',
    ],
    [
      'a repeated id',
      { by: 'id', ids: ['a', 'a'] },
      'targetItems.ids[1]: must not repeat an earlier entry, got "a"',
    ],
    [
      'a repeated rank',
      { by: 'popularity-rank', ranks: [2, 2] },
      'targetItems.ranks[1]: must not repeat an earlier entry, got 2',
    ],
    [
      'a rank out of range',
      { by: 'popularity-rank', ranks: [6] },
      'targetItems.ranks[0]: must be a rank from 1 to 5, got 6',
    ],
    [
      'a stratum too small',
      { by: 'stratum', stratum: 'tail', count: 3 },
      'targetItems.count: must be at most 1, the items of the stratum "tail", got 3',
    ],
    [
      'more targets than items',
      { by: 'stratum', stratum: 'tail', count: 6 },
      'targetItems: must name at most as many items as there are (5), got 6',
    ],
    [
      'more ids than items',
      { by: 'id', ids: [...'abcdef'] },
      'targetItems: must name at most as many items as there are (5), got 6',
    ],
  ])('refuses %s', (_, selection, message) => {
    expect(() => resolve(selection)).toThrow(message);
  });
});

describe('stratumItems', () => {
  it('divides by percentile, leaving out items exactly at one', () => {
    const counts = Int32Array.from({ length: 101 }, (_, item) => 100 - item);
    const sizes = (['head', 'upper-torso', 'lower-torso', 'tail'] as Stratum[]).map(
      (stratum) => stratumItems(counts, stratum).length,
    );
    expect(sizes).toEqual([5, 19, 24, 50]);
    expect(stratumItems(counts, 'head')).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('percentile', () => {
  it('interpolates as numpy.percentile does', () => {
    expect(percentile([1, 2, 3, 4], 75)).toBeCloseTo(3.25, 12);
    expect(percentile([1, 2, 3, 4], 50)).toBeCloseTo(2.5, 12);
    expect(percentile([7], 95)).toBe(7);
  });
});
