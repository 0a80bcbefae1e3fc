import { expect, test } from 'vitest';
import { pessimistic, ranking } from '../../../testing/user-ranking.ts';
import { recall } from './recall.ts';

test('recall divides the hits by all held-out items', () => {
  expect(recall.perUser(ranking({ heldOut: [0, 3, 4, 9] }), 4, pessimistic)).toBe(0.5);
});

test('with more held-out items than k, recall stays below 1', () => {
  expect(recall.perUser(ranking({ heldOut: [0, 1, 2, 3] }), 2, pessimistic)).toBe(0.5);
});

test('a user without held-out items is left out', () => {
  expect(recall.perUser(ranking({ heldOut: [] }), 10, pessimistic)).toBeUndefined();
});
