import { expect, test } from 'vitest';
import { fakeProfiles } from '../../../testing/fake-profiles.ts';
import { interactionsFromDense } from '../../data/interactions.ts';

// Clicks: 1, 3, 2, 0, 3.
const train = interactionsFromDense([1, 1, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 0, 0, 1], 3, 5);

test('every fake user clicks the targets and the most popular other items', async () => {
  const params = { fakeUserCount: 3, popularCount: 2, fillerCount: 1 };
  const rows = await fakeProfiles('bandwagon', params, train, [4]);
  for (const row of rows) {
    expect(row).toHaveLength(4);
    expect(row).toEqual(expect.arrayContaining([1, 2, 4]));
  }
});

test('more fillers than items are left are refused', async () => {
  const params = { fakeUserCount: 1, popularCount: 2, fillerCount: 3 };
  await expect(fakeProfiles('bandwagon', params, train, [4])).rejects.toThrow(
    'attack.params.fillerCount: must be at most 2, the items besides the targets and popular items, got 3',
  );
});
