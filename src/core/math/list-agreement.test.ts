import { expect, test } from 'vitest';
import { expectClose } from '../../testing/matchers.ts';
import { agreement, exactMatch, listDivergence } from './list-agreement.ts';
import { servedRanking } from './served-ranking.ts';

const a = Int32Array.of(5, 3, 9, 1);
const b = Int32Array.of(3, 5, 9, 7);

test('agreement counts common items in any order, exact match those at the same place', () => {
  expect([1, 2, 3, 4].map((k) => agreement(a, b, k))).toEqual([0, 1, 1, 0.75]);
  expect([1, 2, 3, 4].map((k) => exactMatch(a, b, k))).toEqual([0, 0, 1 / 3, 0.25]);
  expect([agreement(a, a, 4), exactMatch(a, a, 4)]).toEqual([1, 1]);
  expect([agreement(a, b, 5), exactMatch(a, b, 5), agreement(a, b, 0)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('the divergence on a list is that of the softmax over its items, and 0 against itself or a shift', () => {
  const one = Float32Array.of(0, Math.log(3), 50);
  const other = Float32Array.of(0, 0, -9);
  const list = Int32Array.of(0, 1);
  expectClose(listDivergence(list, one, other), 0.25 * Math.log(0.5) + 0.75 * Math.log(1.5), {
    absolute: 1e-6,
  });
  expectClose(listDivergence(list, one, one), 0);
  expectClose(listDivergence(list, one, one.map((score) => score + 2)), 0, { absolute: 1e-6 }); // prettier-ignore
});

test('on a served list an item stands where the list has it, and behind everything when it has it not', () => {
  const { heldOut, targets, ownedTargets } = servedRanking(a, [9, 42], { open: [7], count: 2 }, 100);
  expect([heldOut, targets, ownedTargets]).toEqual([[2, 99], [99], 1]); // prettier-ignore
});
