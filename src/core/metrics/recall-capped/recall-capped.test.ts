import { expect, test } from 'vitest';
import { pessimistic, ranking } from '../../../testing/user-ranking.ts';
import { recallCapped } from './recall-capped.ts';

test('with more held-out items than k, k hits are full recall', () => {
  expect(recallCapped.perUser(ranking({ heldOut: [0, 1, 5, 6] }), 2, pessimistic)).toBe(1);
});

test('with fewer held-out items than k, it divides by the held-out items', () => {
  expect(recallCapped.perUser(ranking({ heldOut: [1, 8] }), 5, pessimistic)).toBe(0.5);
});

test('a user without held-out items is left out', () => {
  expect(recallCapped.perUser(ranking({ heldOut: [] }), 10, pessimistic)).toBeUndefined();
});
