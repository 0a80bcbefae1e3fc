import { expect, test } from 'vitest';
import { rivals } from './list-rivals.ts';

// Mean 5, standard deviation 2.77: a rival of the first item scores at least 10 - 0.83, of the second at least 8 - 0.83.
const scores = Float32Array.of(0, 10, 5, 2, 8, 7.1, 5, 2.9, 5, 5);

test('counts the items just below the last of the list, and not those far below', () => {
  const mean = scores.reduce((sum, score) => sum + score, 0) / 10;
  const spread = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / 10);
  for (const k of [1, 2, 3, 6]) {
    const sorted = [...scores].sort((a, b) => b - a);
    const bound = (sorted[k - 1] as number) - 0.3 * spread;
    expect(rivals(scores, k)).toBe(sorted.slice(k).filter((score) => score >= bound).length);
  }
  expect([rivals(scores, 1), rivals(scores, 2)]).toEqual([0, 0]);
  expect(rivals(scores, 4)).toBe(3);
});

test('does not change when scores are scaled or moved, and counts ties', () => {
  const moved = scores.map((score) => 4 * score - 3);
  for (const k of [1, 2, 4, 6]) expect(rivals(moved, k)).toBe(rivals(scores, k));
  expect(rivals(Float32Array.of(1, 1, 1, 1), 1)).toBe(3);
});

test('needs k items', () => {
  expect([rivals(scores, 11), rivals(scores, 0), rivals(scores, 10)]).toEqual([undefined, undefined, 0]);
});
