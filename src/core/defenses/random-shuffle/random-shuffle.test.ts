import { expect, test } from 'vitest';
import { runContext } from '../../../testing/run-context.ts';
import { randomShuffle } from './random-shuffle.ts';

const { serve } = randomShuffle.create({});
const shuffled = (lists: readonly Int32Array[], seed: number) => serve?.(lists, runContext(seed)) ?? [];

test('a list keeps its items; its order follows the stream and is no list’s neighbour’s', () => {
  const list = Int32Array.from({ length: 20 }, (_, at) => at * 3);
  const [first = list, second = list] = shuffled([list, list], 1);
  expect([...first].sort((a, b) => a - b)).toEqual([...list]);
  expect(first).not.toEqual(second);
  expect(shuffled([list, list], 1)).toEqual([first, second]);
  expect(shuffled([list], 2)[0]).not.toEqual(first);
  expect(list[1]).toBe(3);
});

test('every item comes to every place equally often', () => {
  const firsts = shuffled(Array.from({ length: 4000 }, () => Int32Array.of(0, 1, 2, 3)), 3).map((list) => list[0]); // prettier-ignore
  for (const item of [0, 1, 2, 3]) {
    const share = firsts.filter((at) => at === item).length / 4000;
    expect(Math.abs(share - 0.25)).toBeLessThan(0.03);
  }
});
