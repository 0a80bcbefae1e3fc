import { expect, test } from 'vitest';
import { expectClose } from '../../testing/matchers.ts';
import { agreement } from './list-agreement.ts';
import { effectiveItems, mostServed, personalization } from './list-diversity.ts';
import { createRng } from './rng.ts';

const lists = [[4, 1, 7], [1, 4, 2], [4, 9, 1], [3, 5, 4]].map((list) => Int32Array.from(list)); // prettier-ignore

test('the most served items are counted among the first k only, lower id first among equals', () => {
  expect([...mostServed(lists, 1)]).toEqual([4]);
  expect([...mostServed(lists, 2)]).toEqual([4, 1]);
  expect([...mostServed(lists, 3)]).toEqual([4, 1, 2]);
});

test('no constant answer agrees more with the lists than the most served items', () => {
  const rng = createRng('constant answers');
  const random = Array.from({ length: 12 }, () => rng.sample(8, 3));
  const meanAgreement = (answer: Int32Array) =>
    random.reduce((sum, list) => sum + (agreement(list, answer, 3) as number), 0) / random.length;
  const best = meanAgreement(mostServed(random, 3));
  for (let one = 0; one < 8; one++)
    for (let two = one + 1; two < 8; two++)
      for (let three = two + 1; three < 8; three++)
        expect(meanAgreement(Int32Array.of(one, two, three))).toBeLessThanOrEqual(best + 1e-12);
});

test('personalization is one minus the mean overlap of all pairs', () => {
  for (const k of [1, 2, 3]) {
    const overlaps = lists.flatMap((one, at) =>
      lists.slice(at + 1).map((other) => agreement(one, other, k) as number),
    );
    const mean = overlaps.reduce((sum, value) => sum + value, 0) / overlaps.length;
    expectClose(personalization(lists, k) as number, 1 - mean, { absolute: 1e-12 });
  }
  const [first] = lists as [Int32Array];
  expect(personalization([first, first, first], 3)).toBe(0);
  expect(personalization([Int32Array.of(0, 1), Int32Array.of(2, 3)], 2)).toBe(1);
});

test('personalization needs two lists of k items', () => {
  expect([personalization([lists[0] as Int32Array], 2), personalization(lists, 4), personalization(lists, 0)]).toEqual([undefined, undefined, undefined]); // prettier-ignore
});

test('the effective number of items is k for one list for all, and every item served where all are served equally often', () => {
  const [first] = lists as [Int32Array];
  expectClose(effectiveItems([first, first, first], 3) as number, 3, { absolute: 1e-12 });
  const apart = [Int32Array.of(0, 1), Int32Array.of(2, 3), Int32Array.of(4, 5)];
  expectClose(effectiveItems(apart, 2) as number, 6, { absolute: 1e-12 });
  // Shares 1/2, 1/4, 1/4 among the first places: entropy 1.5 log 2.
  const uneven = [[7], [7], [1], [2]].map((list) => Int32Array.from(list));
  expectClose(effectiveItems(uneven, 1) as number, 2 ** 1.5, { absolute: 1e-12 });
  expect([effectiveItems([], 1), effectiveItems(lists, 4), effectiveItems(lists, 0)]).toEqual([undefined, undefined, undefined]); // prettier-ignore
});
