import { expect, test } from 'vitest';
import { createRng } from '../math/rng.ts';
import { fillerProfiles, itemsBesides, weightedSample } from './filler-profiles.ts';
import { itemsOf } from './interactions.ts';

test('every profile holds the common items and its own fillers, ascending', () => {
  const made = fillerProfiles(2, 6, [4, 1], (user) => [user]);
  expect([...itemsOf(made, 0)]).toEqual([0, 1, 4]);
  expect([...itemsOf(made, 1)]).toEqual([1, 1, 4]);
});

test('the items besides others ascend, and asking for too many names place, rule and value', () => {
  expect([...itemsBesides(5, [3, 0], 3, 'attack.params.fillerCount')]).toEqual([1, 2, 4]);
  expect(() => itemsBesides(5, [3, 0], 4, 'attack.params.fillerCount')).toThrow(
    'attack.params.fillerCount: must be at most 3, the items besides the targets, got 4',
  );
});

test('a weighted sample draws in proportion to the weights, and items without weight last', () => {
  const counts = [0, 0, 0];
  const rng = createRng(1);
  for (let draw = 0; draw < 4000; draw++) {
    const [first] = weightedSample(Int32Array.of(0, 1, 2), [3, 1, 0], 1, rng.stream(draw));
    counts[first as number] = (counts[first as number] as number) + 1;
  }
  expect((counts[0] as number) / 4000).toBeCloseTo(0.75, 1);
  expect(counts[2]).toBe(0);
  expect([...weightedSample(Int32Array.of(0, 1, 2), [0, 0, 5], 3, rng)][0]).toBe(2);
});
