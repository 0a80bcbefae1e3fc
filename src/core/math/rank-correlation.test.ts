import { expect, test } from 'vitest';
import { expectClose } from '../../testing/matchers.ts';
import { rankCorrelation } from './rank-correlation.ts';
import { createRng } from './rng.ts';

const of = (...scores: number[]) => Float32Array.from(scores);

test('the same order gives 1 whatever the scores are, the opposite one -1', () => {
  expectClose(rankCorrelation(of(1, 2, 3, 4), of(-9, 0, 0.1, 500)) as number, 1, { absolute: 1e-12 });
  expectClose(rankCorrelation(of(1, 2, 3, 4), of(3, 2, 1, 0)) as number, -1, { absolute: 1e-12 });
});

test('without ties it is 1 - 6 sum d² / (n (n² - 1))', () => {
  const rng = createRng('rank correlation');
  const n = 40;
  const [one, other] = [rng.sample(n, n), rng.sample(n, n)];
  const apart = one.reduce((sum, rank, at) => sum + (rank - (other[at] as number)) ** 2, 0);
  const known = 1 - (6 * apart) / (n * (n ** 2 - 1));
  expectClose(rankCorrelation(Float32Array.from(one), Float32Array.from(other)) as number, known, { absolute: 1e-12 }); // prettier-ignore
});

test('equal scores share their mean rank', () => {
  // Ranks 0, 1.5, 1.5, 3 and 0, 1, 2, 3: 4.5 / sqrt(4.5 · 5).
  expectClose(rankCorrelation(of(1, 2, 2, 3), of(1, 2, 3, 4)) as number, Math.sqrt(0.9), { absolute: 1e-12 });
});

test('one that tells no items apart has none, and two of different lengths are refused', () => {
  expect(rankCorrelation(of(1, 1, 1), of(1, 2, 3))).toBeUndefined();
  expect(rankCorrelation(of(1), of(2))).toBeUndefined();
  expect(() => rankCorrelation(of(1, 2), of(1))).toThrow('Two scorings of 2 and 1 items.');
});
