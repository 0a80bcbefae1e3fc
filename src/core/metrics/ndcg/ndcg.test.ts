import { expect, test } from 'vitest';
import { pessimistic, ranking } from '../../../testing/user-ranking.ts';
import { ndcg } from './ndcg.ts';

test('held-out items in the first places give 1, also when there are more of them than k', () => {
  expect(ndcg.perUser(ranking({ heldOut: [0, 1] }), 5, pessimistic)).toBe(1);
  expect(ndcg.perUser(ranking({ heldOut: [0, 1, 2, 3] }), 2, pessimistic)).toBe(1);
});

test('one held-out item at 0-based position 2 is worth 1 / log2(4)', () => {
  expect(ndcg.perUser(ranking({ heldOut: [2] }), 3, pessimistic)).toBe(0.5);
  expect(ndcg.perUser(ranking({ heldOut: [2] }), 2, pessimistic)).toBe(0);
});

test('a user without held-out items is left out', () => {
  expect(ndcg.perUser(ranking({ heldOut: [] }), 10, pessimistic)).toBeUndefined();
});
