import { expect, test } from 'vitest';
import { pessimistic, ranking } from '../../../testing/user-ranking.ts';
import { auc } from './auc.ts';

test('first places give 1, last places give 0', () => {
  expect(auc.perUser(ranking({ heldOut: [0, 1], candidateCount: 6 }), 10, pessimistic)).toBe(1);
  expect(auc.perUser(ranking({ heldOut: [4, 5], candidateCount: 6 }), 10, pessimistic)).toBe(0);
});

test('a held-out item does not count as a rival of another one', () => {
  // Order: held, other, held, other. Pairs in order: 2 of the first, 1 of the second, of 4.
  expect(auc.perUser(ranking({ heldOut: [0, 2], candidateCount: 4 }), 10, pessimistic)).toBe(0.75);
});

test('users without held-out items or without other candidates are left out', () => {
  expect(auc.perUser(ranking({ heldOut: [], candidateCount: 4 }), 10, pessimistic)).toBeUndefined();
  expect(auc.perUser(ranking({ heldOut: [0, 1], candidateCount: 2 }), 10, pessimistic)).toBeUndefined();
});
