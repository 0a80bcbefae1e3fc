import { expect, test } from 'vitest';
import { fakeProfiles } from '../../../testing/fake-profiles.ts';
import { interactionsFromDense } from '../../data/interactions.ts';

// Clicks: 3, 1, 0, 1.
const train = interactionsFromDense([1, 0, 0, 0, 1, 1, 0, 0, 1, 0, 0, 1], 3, 4);

test('fillers come in proportion to popularity, beside every target', async () => {
  const rows = await fakeProfiles('average', { fakeUserCount: 2000, fillerCount: 1 }, train, [3]);
  expect(rows.every((row) => row.length === 2 && row.includes(3))).toBe(true);
  const share = rows.filter((row) => row.includes(0)).length / rows.length;
  expect(share).toBeCloseTo(0.75, 1);
});

test('more fillers than other items are refused', async () => {
  await expect(fakeProfiles('average', { fakeUserCount: 1, fillerCount: 4 }, train, [3])).rejects.toThrow(
    'attack.params.fillerCount: must be at most 3, the items besides the targets, got 4',
  );
});
