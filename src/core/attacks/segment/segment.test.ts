import { expect, test } from 'vitest';
import { fakeProfiles } from '../../../testing/fake-profiles.ts';
import { interactionsFromDense } from '../../data/interactions.ts';

// Users of items: {0, 1}, {0}, {2, 3}, {0, 1}, {1, 2, 3}.
const train = interactionsFromDense([1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 1, 0, 1], 4, 5);

test('the segment holds the items most alike to a target', async () => {
  const params = { fakeUserCount: 2, segmentCount: 2, fillerCount: 0 };
  // To item 3: item 0 is 1, item 1 is 1/2, item 4 is 1/4.
  expect(await fakeProfiles('segment', params, train, [3])).toEqual([
    [0, 1, 3],
    [0, 1, 3],
  ]);
});

test('items that are alike to no target come last, the more popular first', async () => {
  const params = { fakeUserCount: 1, segmentCount: 3, fillerCount: 0 };
  // To item 2: item 4 is 2/3, the others share no user with it.
  expect(await fakeProfiles('segment', params, train, [2])).toEqual([[0, 2, 3, 4]]);
});
