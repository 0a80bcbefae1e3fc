import { describe, expect, test } from 'vitest';
import { bootstrapInterval } from './bootstrap-interval.ts';
import { createRng } from './rng.ts';
import { signFlipTest } from './sign-flip-test.ts';
import { mean, quantile, standardDeviation } from './statistics.ts';

describe('description', () => {
  test('mean and sample deviation of known values', () => {
    expect(mean([2, 4, 4, 4, 5, 5, 7, 9])).toBe(5);
    expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 14);
  });

  test('quantiles of 1..5 and of four values, as R type 7 gives them', () => {
    expect([0, 0.25, 0.5, 0.9, 1].map((share) => quantile([5, 3, 1, 2, 4], share))).toEqual([
      1, 2, 3, 4.6, 5,
    ]);
    expect(quantile([10, 1, 2, 4], 0.5)).toBe(3);
  });

  test('of too few values they are undefined', () => {
    expect([mean([]), standardDeviation([1]), quantile([], 0.5)]).toEqual([undefined, undefined, undefined]);
  });
});

describe('sign-flip test', () => {
  const rng = createRng(1);

  test('five differences of one sign give 2 / 32, the smallest p there is', () => {
    expect(signFlipTest([1, 2, 3, 4, 5], rng)).toBe(2 / 32);
  });

  test('a case counted by hand: |±1 ±2 ±4| >= 3 in six of eight patterns', () => {
    expect(signFlipTest([-1, 0, 4], rng)).toBe(1);
    expect(signFlipTest([1, -2, 4], rng)).toBe(6 / 8);
  });

  test('no difference at all gives 1', () => {
    expect(signFlipTest([0, 0, 0], rng)).toBe(1);
  });

  test('drawn signs come close to the exact p, and the same seed gives the same p', () => {
    const ten = [0.3, -0.1, 0.4, 0.2, -0.3, 0.5, 0.1, 0.2, -0.2, 0.4];
    const exact = signFlipTest(ten, rng);
    // Six zero pairs change no sum: the same p, but above the exact limit.
    const padded = [...ten, 0, 0, 0, 0, 0, 0];
    expect(Math.abs(signFlipTest(padded, createRng(2)) - exact)).toBeLessThan(0.01);
    expect(signFlipTest(padded, createRng(2))).toBe(signFlipTest(padded, createRng(2)));
  });
});

describe('bootstrap interval', () => {
  test('of many normal values comes close to mean ± 1.96 standard errors', () => {
    const values = [...createRng(7).normals(400)];
    const [low, high] = bootstrapInterval(values, createRng(1));
    const centre = mean(values) ?? Number.NaN;
    const error = (standardDeviation(values) ?? Number.NaN) / Math.sqrt(400);
    expect(Math.abs(low - (centre - 1.96 * error))).toBeLessThan(0.1 * error);
    expect(Math.abs(high - (centre + 1.96 * error))).toBeLessThan(0.1 * error);
  });

  test('is repeatable, widens with the confidence and is a point for one value', () => {
    const values = [1, 5, 2, 8, 3];
    const at = (confidence: number) => bootstrapInterval(values, createRng(1), confidence);
    expect(at(0.9)).toEqual(at(0.9));
    expect(at(0.99)[1]).toBeGreaterThan(at(0.5)[1]);
    expect(bootstrapInterval([4], createRng(1))).toEqual([4, 4]);
  });

  test('of nothing is bad input', () => {
    expect(() => bootstrapInterval([], createRng(1))).toThrow('at least one value');
  });
});
