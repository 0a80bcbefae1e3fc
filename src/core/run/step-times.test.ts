import { expect, test } from 'vitest';
import { areEnough, typicalStep } from './step-times.ts';

const steps = (count: number, seconds: number) => new Array<number>(count).fill(seconds);

test('steps are timed for half a second, slow ones four times, and no more than 300 on a clock that stands', () => {
  expect(areEnough(steps(24, 0.02))).toBe(false);
  expect(areEnough(steps(25, 0.02))).toBe(true);
  expect(areEnough(steps(3, 10))).toBe(false);
  expect(areEnough(steps(4, 10))).toBe(true);
  expect(areEnough(steps(299, 0))).toBe(false);
  expect(areEnough(steps(300, 0))).toBe(true);
});

test('what a step takes is read off the later half, and a single slow one there does not count', () => {
  expect(typicalStep([5, 4, 3, 1, 1, 9, 1, 1])).toBe(1);
  expect(typicalStep([5, 1])).toBe(1);
  expect(typicalStep([5])).toBe(5);
  expect(typicalStep([])).toBe(0);
});
