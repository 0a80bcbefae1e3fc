import { expect, test } from 'vitest';
import { createRng } from './rng.ts';
import { popularityDivergence } from './popularity-divergence.ts';

test('both measures are symmetric, lie in 0..1 and ignore the scale', () => {
  const rng = createRng(9);
  for (let round = 0; round < 50; round++) {
    const first = Array.from({ length: 6 }, () => rng.integer(4) + 0.25);
    const second = Array.from({ length: 6 }, () => rng.integer(4) + 0.25);
    const there = popularityDivergence(first, second);
    const back = popularityDivergence(second, first.map((count) => 3 * count)); // prettier-ignore
    expect(there.totalVariation).toBeCloseTo(back.totalVariation, 12);
    expect(there.jensenShannonDivergence).toBeCloseTo(back.jensenShannonDivergence, 12);
    for (const value of Object.values(there)) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }
  }
});

test('a coin against a sure side: known values', () => {
  const { totalVariation, jensenShannonDivergence } = popularityDivergence([1, 1], [1, 0]);
  expect(totalVariation).toBe(0.5);
  // H(3/4, 1/4) - H(1/2, 1/2) / 2 in bits
  expect(jensenShannonDivergence).toBeCloseTo(0.8112781244591328 - 0.5, 12);
});

test('no clicks, negative clicks and different items are bad input', () => {
  expect(() => popularityDivergence([0, 0], [1, 1])).toThrow('first: must hold at least one click');
  expect(() => popularityDivergence([1, 1], [1, -1])).toThrow('second: counts must be finite');
  expect(() => popularityDivergence([1], [1, 1])).toThrow('second: must count the same 1 items, got 2');
});
