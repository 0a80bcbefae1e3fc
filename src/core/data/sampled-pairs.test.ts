import { expect, test } from 'vitest';
import { createRng } from '../math/rng.ts';
import { interactionsFromDense, itemsOf } from './interactions.ts';
import { pairSampler } from './sampled-pairs.ts';

const interactions = interactionsFromDense([1, 0, 1, 0, 0, 1, 0, 0, 1, 1, 1, 1], 3, 4);
const sampler = pairSampler(3, 2);
const epoch = (number: number) => createRng(1).stream(number);

test('the batches of an epoch hold every observed pair once, in an order of the epoch', () => {
  const pairs = (number: number) =>
    [0, 1, 2].flatMap((index) => {
      const { users, items } = sampler(interactions, index, epoch(number));
      return Array.from(users, (user, at) => `${user}-${items[at]}`);
    });
  expect(pairs(0).sort()).toEqual(['0-0', '0-2', '1-1', '2-0', '2-1', '2-2', '2-3']);
  expect(pairs(0)).not.toEqual(pairs(1));
});

test('negatives are items the user does not have, and a batch can be replayed after others', () => {
  const first = sampler(interactions, 1, epoch(0));
  sampler(interactions, 0, epoch(5));
  expect(sampler(interactions, 1, epoch(0))).toEqual(first);
  first.users.forEach((user, row) => {
    const own = [...itemsOf(interactions, user)];
    const drawn = [...first.negatives.subarray(2 * row, 2 * row + 2)];
    if (own.length < 4) expect(drawn.some((item) => own.includes(item))).toBe(false);
  });
});

test('negatives are the draws of their stream, without those that the user has', () => {
  const { users, negatives } = sampler(interactions, 0, epoch(2));
  const draws = epoch(2).stream('negatives').stream(0);
  const expected = Array.from(users).flatMap((user) => {
    const own = [...itemsOf(interactions, user)];
    return [0, 1].map(() => {
      let item = draws.integer(4);
      while (own.length < 4 && own.includes(item)) item = draws.integer(4);
      return item;
    });
  });
  expect([...negatives]).toEqual(expected);
});
