import { expect, test } from 'vitest';
import { clicksAround } from './clicks-around.ts';
import { interactionsFromDense } from './interactions.ts';

test('the clicks around a pair are the row of the user and the column of the item', () => {
  const data = interactionsFromDense([1, 0, 1, 0, 1, 1, 0, 0, 1], 3, 3);
  expect(clicksAround(data, 0, 2)).toEqual({ ofUser: Int32Array.of(0, 2), ofItem: Int32Array.of(0, 1, 2) });
  expect(clicksAround(data, 2, 0)).toEqual({ ofUser: Int32Array.of(2), ofItem: Int32Array.of(0) });
});
