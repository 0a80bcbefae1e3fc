import { expect, test } from 'vitest';
import { pessimistic, ranking } from '../../../testing/user-ranking.ts';
import { targetHr } from './target-hr.ts';

const missing = { ...pessimistic, owners: 'miss' } as const;

test('any target among the first k is a hit', () => {
  expect(targetHr.perUser(ranking({ targets: [9, 30], targetCount: 2 }), 10, pessimistic)).toBe(1);
  expect(targetHr.perUser(ranking({ targets: [10, 30], targetCount: 2 }), 10, pessimistic)).toBe(0);
});

test('who owns every target is left out, or a miss, as the protocol says', () => {
  const owner = ranking({ targets: [], ownedTargets: 2, targetCount: 2 });
  expect(targetHr.perUser(owner, 10, pessimistic)).toBeUndefined();
  expect(targetHr.perUser(owner, 10, missing)).toBe(0);
});

test('who owns some of the targets can still be hit by the others', () => {
  const owner = ranking({ targets: [0], ownedTargets: 1, targetCount: 2 });
  expect(targetHr.perUser(owner, 10, pessimistic)).toBe(1);
});

test('without targets there is nothing to average', () => {
  expect(targetHr.perUser(ranking({ targetCount: 0 }), 10, missing)).toBeUndefined();
});
