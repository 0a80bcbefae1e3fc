import { expect, test } from 'vitest';
import { interactionsFromEntries } from './interactions.ts';
import { withoutClick } from './without-click.ts';

const data = interactionsFromEntries(3, 4, [
  { user: 0, item: 1, value: 3, time: 10 },
  { user: 1, item: 1, value: 4, time: 11 },
  { user: 1, item: 2, value: 5, time: 12 },
  { user: 1, item: 1, value: 1, time: 13 },
  { user: 2, item: 1, value: 2, time: 14 },
]);

test('takes every click of one user on one item away, with its rating and time, and no other', () => {
  const left = withoutClick(data, 1, 1);
  expect(left.offsets).toEqual(Int32Array.of(0, 1, 2, 3));
  expect(left.items).toEqual(Int32Array.of(1, 2, 1));
  expect(left.values).toEqual(Float32Array.of(3, 5, 2));
  expect(left.times).toEqual(Float64Array.of(10, 12, 14));
  expect(data.items).toHaveLength(5);
});

test('gives the data back where there is no such click', () => {
  expect(withoutClick(data, 0, 2)).toBe(data);
});
