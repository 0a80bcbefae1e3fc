import { expect, test } from 'vitest';
import type { QueryLog } from '../contracts.ts';
import { latestSequence, queriesView, queryAt } from './query-log.ts';

/** Two sequences of three items, lists of two. */
const log: QueryLog = {
  count: 6,
  sequenceLength: 3,
  k: 2,
  sequences: Int32Array.of(1, 2, 3, 7, 8, 9),
  lists: Int32Array.of(10, 11, 20, 21, 30, 31, 70, 71, 80, 81, 90, 91),
};

test('query s L + t asked what comes after the first t + 1 items of sequence s', () => {
  expect(queryAt(log, 0)).toEqual({ history: Int32Array.of(1), list: Int32Array.of(10, 11) });
  expect(queryAt(log, 4)).toEqual({ history: Int32Array.of(7, 8), list: Int32Array.of(80, 81) });
});

test('the latest sequence is a log of its own, asked in part or whole', () => {
  const part = latestSequence({ ...log, count: 4, lists: log.lists.slice(0, 8) });
  expect(part).toMatchObject({ count: 1, lists: Int32Array.of(70, 71) });
  expect(queryAt(latestSequence(log), 2)).toEqual(queryAt(log, 5));
  expect(latestSequence({ ...log, count: 0 }).count).toBe(0);
});

test('the whole log comes with the last query, before it the latest sequence alone', () => {
  expect(queriesView(log, 6)).toMatchObject({ asked: 6, complete: true, log });
  const before = queriesView(log, 9);
  expect(before).toMatchObject({ asked: 6, total: 9, complete: false });
  expect(before.log.count).toBe(3);
});
