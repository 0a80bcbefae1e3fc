import { expect, test } from 'vitest';
import { mostSuspicious } from './most-suspicious.ts';

test('the share of the largest scores is named, lower index first among equals, in order', () => {
  const scores = Float32Array.of(1, 3, 3, 0, 3);
  expect([...mostSuspicious(scores, 0.4)]).toEqual([1, 2]);
  expect([...mostSuspicious(scores, 0)]).toEqual([]);
  expect([...mostSuspicious(scores, 1)]).toEqual([0, 1, 2, 3, 4]);
});
