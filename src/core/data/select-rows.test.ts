import { expect, test } from 'vitest';
import { interactionsFromDense } from './interactions.ts';
import { selectRows, usersByItem } from './select-rows.ts';

const interactions = interactionsFromDense([1, 0, 1, 0, 0, 0, 0, 1, 1], 3, 3);

test('chosen rows keep their order of choice, empty and repeated ones too', () => {
  const { offsets, items } = selectRows(interactions, [2, 1, 0, 2]);
  expect([...offsets]).toEqual([0, 2, 2, 4, 6]);
  expect([...items]).toEqual([1, 2, 0, 2, 1, 2]);
});

test('users by item hold the same pairs, users ascending', () => {
  const { offsets, items } = usersByItem(interactions);
  expect([...offsets]).toEqual([0, 1, 2, 4]);
  expect([...items]).toEqual([0, 2, 0, 2]);
});
