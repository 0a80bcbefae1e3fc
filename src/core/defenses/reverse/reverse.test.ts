import { expect, test } from 'vitest';
import { runContext } from '../../../testing/run-context.ts';
import { reverse } from './reverse.ts';

test('every list comes upside down, the given ones stay as they are, and twice is nothing', () => {
  const { serve } = reverse.create({});
  const lists = [Int32Array.of(1, 2, 3), Int32Array.of(9)];
  const served = serve?.(lists, runContext(1)) ?? [];
  expect(served).toEqual([Int32Array.of(3, 2, 1), Int32Array.of(9)]);
  expect(lists[0]).toEqual(Int32Array.of(1, 2, 3));
  expect(serve?.(served, runContext(1))).toEqual(lists);
});
