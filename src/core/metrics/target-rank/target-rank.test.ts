import { expect, test } from 'vitest';
import { pessimistic, ranking } from '../../../testing/user-ranking.ts';
import { targetRank } from './target-rank.ts';

test('the rank is the 1-based place of the best target', () => {
  expect(targetRank.perUser(ranking({ targets: [0, 4], targetCount: 2 }), 10, pessimistic)).toBe(1);
  expect(targetRank.perUser(ranking({ targets: [41], targetCount: 1 }), 10, pessimistic)).toBe(42);
});

test('who owns every target is left out, or stands behind all candidates', () => {
  const owner = ranking({ targets: [], ownedTargets: 1, targetCount: 1, candidateCount: 20 });
  expect(targetRank.perUser(owner, 10, pessimistic)).toBeUndefined();
  expect(targetRank.perUser(owner, 10, { ...pessimistic, owners: 'miss' })).toBe(21);
});

test('without targets there is nothing to average', () => {
  expect(targetRank.perUser(ranking({ targetCount: 0 }), 10, pessimistic)).toBeUndefined();
});
