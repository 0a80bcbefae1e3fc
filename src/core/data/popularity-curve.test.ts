import { expect, test } from 'vitest';
import { popularityCurve } from './popularity-curve.ts';

test('the most popular items come first, and all items hold everything', () => {
  expect(popularityCurve([1, 6, 1, 2], [0, 25, 50, 75, 100])).toEqual([
    { items: 0, share: 0 },
    { items: 25, share: 0.6 },
    { items: 50, share: 0.8 },
    { items: 75, share: 0.9 },
    { items: 100, share: 1 },
  ]);
});

test('equal counts give the diagonal, a part of an item counts as the whole, nothing gives nothing', () => {
  const equal = popularityCurve(new Int32Array(100).fill(3));
  for (const { items, share } of equal) expect(share).toBeCloseTo(items / 100, 12);
  expect(popularityCurve([5, 5, 5], [1])[0]?.share).toBeCloseTo(1 / 3, 12);
  expect(popularityCurve([0, 0], [50])).toEqual([{ items: 50, share: 0 }]);
});
