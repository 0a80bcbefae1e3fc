import { expect, test } from 'vitest';
import { createRng } from './rng.ts';
import { topK } from './top-k.ts';

test('agrees with sorting over random scores full of ties', () => {
  const rng = createRng(2).stream('top-k');
  for (let round = 0; round < 300; round++) {
    const scores = Float32Array.from({ length: rng.integer(20) }, () => rng.integer(5) / 2);
    const excluded = [...rng.sample(scores.length, rng.integer(scores.length + 1))];
    const k = rng.integer(8);
    const expected = [...scores.keys()]
      .filter((item) => !excluded.includes(item))
      .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
      .slice(0, k);
    const best = topK(scores, k, excluded);
    expect([...best.ids]).toEqual(expected);
    expect([...best.scores]).toEqual(expected.map((item) => scores[item]));
  }
});

test('equal scores come by lower id', () => {
  expect([...topK(new Float32Array(5), 3, [1]).ids]).toEqual([0, 2, 3]);
});

test('fewer items than k give a shorter list', () => {
  expect([...topK(Float32Array.of(1, 2), 5, [0]).ids]).toEqual([1]);
});

test('a score that is not finite is an error that names the item', () => {
  expect(() => topK(Float32Array.of(1, Number.NaN), 1)).toThrow('item 1 is not finite');
});
