import { expect, test } from 'vitest';
import { plainSpec } from '../../testing/fake-runner.ts';
import type { ExperimentSpec } from '../../core/run/experiment-spec.ts';
import { handMadeProfiles, isSameMatch, otherNaming, ranksOf } from './hand-made-profiles.ts';

const ranks = (...given: number[]) => ({ by: 'popularity-rank', ranks: given }) as const;
const match = (params: Readonly<Record<string, unknown>>): ExperimentSpec => ({
  ...plainSpec,
  attack: { id: 'hand-made', params },
});

test('the first profile has the share that the others leave', () => {
  const profiles = handMadeProfiles({ id: 'hand-made', params: { profile: ranks(3), secondShare: 0.25 } });
  expect(profiles.map(({ share }) => share)).toEqual([0.75, 0.25, 0]);
  expect(profiles.map(({ selection }) => ranksOf(selection))).toEqual([[3], [], []]);
});

test('items that are not named by rank are said in words', () => {
  expect(otherNaming({ by: 'id', ids: ['a', 'b'] })).toBe('2 items by id');
  expect(otherNaming({ by: 'stratum', stratum: 'tail', count: 3 })).toBe('3 random items of the tail');
  expect(otherNaming({ by: 'id', ids: [] })).toBeUndefined();
});

test('a match is the same while only profiles change', () => {
  const first = match({ profile: ranks(1), fakeUserCount: 5 });
  expect(isSameMatch(first, match({ fakeUserCount: 5, profile: ranks(2), secondShare: 0.5 }))).toBe(true);
  expect(isSameMatch(first, match({ profile: ranks(1), fakeUserCount: 6 }))).toBe(false);
  expect(isSameMatch(first, { ...first, repeats: first.repeats + 1 })).toBe(false);
});
