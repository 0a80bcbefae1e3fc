import { expect, test } from 'vitest';
import { pessimistic, ranking } from '../../../testing/user-ranking.ts';
import { hr } from './hr.ts';

test('a held-out item before place k is a hit, at place k it is not', () => {
  expect(hr.perUser(ranking({ heldOut: [2, 7] }), 3, pessimistic)).toBe(1);
  expect(hr.perUser(ranking({ heldOut: [2, 7] }), 2, pessimistic)).toBe(0);
});

test('a user without held-out items is left out', () => {
  expect(hr.perUser(ranking({ heldOut: [] }), 10, pessimistic)).toBeUndefined();
});
