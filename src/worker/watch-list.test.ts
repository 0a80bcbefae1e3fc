import { expect, test } from 'vitest';
import { createWatchList } from './watch-list.ts';

test('a view is due again after its least time, and at once when another user is followed', () => {
  let now = 0;
  const list = createWatchList(() => now);
  const due = () => {
    list.nextRound();
    return list.isDue('matrix');
  };
  const choices = { mapMethod: 'pca', followedUser: null } as const;
  list.set({ matrix: 3000 }, choices);
  expect([due(), due()]).toEqual([true, false]);
  now = 2999;
  list.set({ matrix: 3000 }, choices);
  expect(due()).toBe(false);
  list.set({ matrix: 3000 }, { ...choices, followedUser: 4 });
  expect(list.choices.followedUser).toBe(4);
  expect([due(), due()]).toEqual([true, false]);
  now = 5999;
  expect(due()).toBe(true);
});
