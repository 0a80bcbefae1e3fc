import { expect, test } from 'vitest';
import { itemCounts, itemsOf } from '../../core/data/interactions.ts';
import { checkerboard, meanPlace } from './planted-data.ts';

test('of the checkerboard popularity tells nothing, and no user has the held-out item', () => {
  const { train, heldOut } = checkerboard();
  expect(new Set(itemCounts(train)).size).toBe(1);
  expect(heldOut.some((item, user) => itemsOf(train, user).includes(item))).toBe(false);
});

test('the mean place is 0 for the true pattern, 1 for its opposite and a half for equal scores', () => {
  const planted = checkerboard(8, 4);
  const scores = (at: (same: boolean) => number) =>
    Float32Array.from({ length: 32 }, (_, cell) => at(Math.floor(cell / 4) % 2 === cell % 2));
  expect(meanPlace(scores(Number), planted)).toBe(0);
  expect(
    meanPlace(
      scores((same) => -Number(same)),
      planted,
    ),
  ).toBe(1);
  expect(
    meanPlace(
      scores(() => 1),
      planted,
    ),
  ).toBe(0.5);
});
