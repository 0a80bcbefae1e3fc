import { expect, test } from 'vitest';
import { fakeProfiles } from '../../../testing/fake-profiles.ts';
import { interactionsFromDense } from '../../data/interactions.ts';
import { usersOfProfiles } from './users-of-profiles.ts';

// Clicks: 3, 1, 0, 2, 1, 0.
const train = interactionsFromDense([1, 0, 0, 1, 1, 0, 1, 1, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0], 3, 6);
const ranks = (...given: number[]) => ({ by: 'popularity-rank', ranks: given });
const base = {
  fakeUserCount: 4,
  profile: ranks(1, 2),
  clickCap: 0,
  secondProfile: { by: 'id', ids: ['5', '1'] },
  secondShare: 0,
  thirdProfile: { by: 'id', ids: [] },
  thirdShare: 0,
};
const made = (changes: object, targets = [2]) =>
  fakeProfiles('hand-made', { ...base, ...changes }, train, targets);

test('every fake user clicks the targets and the items of the profile, ranks by training clicks', async () => {
  expect(await made({})).toEqual(new Array(4).fill([0, 2, 3]));
});

test('profiles share the fake users, and an empty one leaves the targets alone', async () => {
  expect(await made({ secondShare: 0.5, thirdShare: 0.25 })).toEqual([[0, 2, 3], [1, 2, 5], [1, 2, 5], [2]]);
});

test('a cap counts the targets and keeps what is named first', async () => {
  expect(await made({ clickCap: 2, secondShare: 1 })).toEqual(new Array(4).fill([2, 5]));
  expect(await made({ clickCap: 1 }, [2, 4])).toEqual(new Array(4).fill([2]));
});

test('a target that the profile names too is clicked once', async () => {
  expect(await made({ fakeUserCount: 1 }, [0])).toEqual([[0, 3]]);
});

test('shares above the whole and unknown items are refused with their place', async () => {
  await expect(made({ secondShare: 0.75, thirdShare: 0.5 })).rejects.toThrow(
    'attack.params.thirdShare: must be at most 0.25, what the second profile leaves, got 0.5',
  );
  await expect(made({ profile: { by: 'id', ids: ['0', 'x'] } })).rejects.toThrow(
    'attack.params.profile.ids[1]: must be an item of the prepared dataset, got "x"',
  );
});

test('rounded shares give every fake user exactly one profile', () => {
  expect(usersOfProfiles(3, [0.5, 0.5])).toEqual([0, 2, 1]);
  expect(usersOfProfiles(7, [0.2, 0.1])).toEqual([5, 1, 1]);
  expect(usersOfProfiles(0, [0.5, 0.5])).toEqual([0, 0, 0]);
});
