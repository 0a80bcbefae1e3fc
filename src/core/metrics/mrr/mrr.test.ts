import { expect, test } from 'vitest';
import { pessimistic, ranking } from '../../../testing/user-ranking.ts';
import { mrr } from './mrr.ts';

test('only the first held-out item counts, whatever the cutoff', () => {
  expect(mrr.perUser(ranking({ heldOut: [3, 4] }), 1, pessimistic)).toBe(0.25);
});

test('a user without held-out items is left out', () => {
  expect(mrr.perUser(ranking({ heldOut: [] }), 10, pessimistic)).toBeUndefined();
});
