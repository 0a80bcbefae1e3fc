import { expect, test } from 'vitest';
import { interactionsFromEntries, itemsOf } from './interactions.ts';
import { withoutUsers } from './without-users.ts';

const three = interactionsFromEntries(3, 4, [
  { user: 0, item: 1, value: 5 },
  { user: 1, item: 0, value: 3 },
  { user: 1, item: 3, value: 2 },
  { user: 2, item: 2, value: 4 },
]);

test('rows of dropped users are empty and the others stay, ratings aligned', () => {
  const left = withoutUsers(three, Int32Array.of(1));
  expect([0, 1, 2].map((user) => [...itemsOf(left, user)])).toEqual([[1], [], [2]]);
  expect([...(left.values ?? [])]).toEqual([5, 4]);
});

test('dropping nobody gives the same interactions', () => {
  expect(withoutUsers(three, new Int32Array(0))).toEqual(three);
});
