import { expect, test } from 'vitest';
import { createRng } from '../math/rng.ts';
import { sampledNegatives } from './sampled-negatives.ts';
import { causalBatch } from './sequence-inputs.ts';

const upTo = (count: number) => Int32Array.from({ length: count }, (_, at) => at);
const drawn = (windows: readonly Int32Array[], itemCount: number, seed: number) =>
  Array.from(sampledNegatives(causalBatch(windows, 2000, createRng(seed)), itemCount));

test('a negative is in nothing that its row holds or is asked for, however little is left', () => {
  for (let seed = 0; seed < 20; seed++) {
    expect(new Set(drawn([upTo(999)], 1000, seed))).toEqual(new Set([999]));
  }
});

test('negatives of a row are spread over all items that are left', () => {
  const found = drawn([upTo(997), Int32Array.of(1, 2)], 1000, 1);
  const counts = [997, 998, 999].map((item) => found.slice(0, 996).filter((other) => other === item).length);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(996);
  for (const count of counts) expect(count).toBeGreaterThan(250);
  expect([1, 2]).not.toContain(found[996]);
});

test('a row that holds every item gets any of them', () => {
  const found = drawn([upTo(5)], 5, 1);
  expect(found).toHaveLength(4);
  expect(found.every((item) => item >= 0 && item < 5)).toBe(true);
});
