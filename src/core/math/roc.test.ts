import { describe, expect, test } from 'vitest';
import { createRng } from './rng.ts';
import { operatingPoint, roc, truePositiveRateAt } from './roc.ts';

test('the area is the share of pairs in order, ties one half', () => {
  const rng = createRng(6);
  for (let round = 0; round < 50; round++) {
    const scores = Array.from({ length: 12 }, () => rng.integer(5));
    const labels = scores.map((_, n) => (n < 2 ? n : rng.integer(2)));
    let wins = 0;
    let pairs = 0;
    scores.forEach((a, i) =>
      scores.forEach((b, j) => {
        if (labels[i] !== 1 || labels[j] !== 0) return;
        pairs++;
        wins += a > b ? 1 : a === b ? 0.5 : 0;
      }),
    );
    expect(roc(scores, labels).auc).toBeCloseTo(wins / pairs, 12);
  }
});

test('the rate at a false positive rate does not interpolate', () => {
  const curve = roc([3, 2, 1, 0], [1, 0, 1, 0]);
  expect(truePositiveRateAt(curve, 0.49)).toBe(0.5);
  expect(truePositiveRateAt(curve, 0.5)).toBe(1);
});

test('a score equal to the threshold is positive', () => {
  expect(operatingPoint([1, 0.5, 0.5, 0], [1, 1, 0, 0], 0.5)).toEqual({
    truePositiveRate: 1,
    falsePositiveRate: 0.5,
    balancedAccuracy: 0.75,
  });
});

describe('refuses', () => {
  test.each([
    { scores: [1, 2], labels: [1, 1], rule: 'both a 0 and a 1' },
    { scores: [], labels: [], rule: 'both a 0 and a 1' },
    { scores: [1, Number.NaN], labels: [1, 0], rule: 'must be finite' },
    { scores: [1, 2], labels: [1, 2], rule: 'must be 0 or 1' },
    { scores: [1], labels: [1, 0], rule: 'must be 1, got 2' },
  ])('$scores with labels $labels', ({ scores, labels, rule }) => {
    expect(() => roc(scores, labels)).toThrow(rule);
  });
});
