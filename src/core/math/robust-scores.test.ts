import { expect, test } from 'vitest';
import { median, robustScores } from './robust-scores.ts';

test('an outlier does not move the scale by which it is measured', () => {
  const scores = robustScores(Float64Array.of(1, 2, 3, 4, 1000));
  expect(scores[2]).toBe(0);
  expect(scores[0]).toBeCloseTo(-2 / 1.4826, 12);
  expect(scores[4]).toBeCloseTo(997 / 1.4826, 9);
});

test('equal values score 0, and the median is the middle', () => {
  expect([...robustScores(Float64Array.of(7, 7, 7))]).toEqual([0, 0, 0]);
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});
