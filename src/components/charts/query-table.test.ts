import { expect, test } from 'vitest';
import type { QueriesView } from '../../core/contracts.ts';
import { firstHeld, isTooLong, logFile, queryShown, queryTable } from './query-table.ts';

const titles = ['A', 'B', 'C', 'D'];
/** The second of two sequences of two items, lists of two. */
const latest: QueriesView = {
  view: 'queries',
  name: 'victim',
  asked: 4,
  total: 8,
  complete: false,
  log: {
    count: 2,
    sequenceLength: 2,
    k: 2,
    sequences: Int32Array.of(0, 3),
    lists: Int32Array.of(1, 2, 2, 9),
  },
};

test('while the thief asks, the latest query is shown under its number in the whole log', () => {
  const query = queryShown(latest, undefined, titles);
  expect(firstHeld(latest)).toBe(3);
  expect(query).toMatchObject({ number: 4, history: ['A', 'D'] });
  expect(query?.answer.map(({ title }) => title)).toEqual(['C', '9']);
});

test('a query that the view holds is found by its number, another one gives way to the latest', () => {
  expect(queryShown(latest, 3, titles)).toMatchObject({ number: 3, history: ['A'] });
  expect(queryShown(latest, 1, titles)?.number).toBe(4);
  expect(queryShown({ ...latest, asked: 0, log: { ...latest.log, count: 0 } }, 1, titles)).toBeUndefined();
});

test('the table has one line a query, in titles', () => {
  expect(queryTable(latest, titles).rows).toEqual([
    [3, 'A', 'B; C'],
    [4, 'A; D', 'C; 9'],
  ]);
});

test('the saved log has every history and answer by the ids of the data, and says what these stand for', () => {
  expect(JSON.parse(logFile(latest, titles, ['7', '11', '2', '5']))).toEqual({
    asked: 'victim',
    listLength: 2,
    items: [
      { index: 0, id: '7', title: 'A' },
      { index: 1, id: '11', title: 'B' },
      { index: 2, id: '2', title: 'C' },
      { index: 3, id: '5', title: 'D' },
    ],
    queries: [
      { history: ['7'], list: ['11', '2'] },
      { history: ['7', '5'], list: ['2', 9] },
    ],
  });
});

test('a log is too long when all has been asked and it is still not whole', () => {
  expect(isTooLong(latest)).toBe(false);
  expect(isTooLong({ ...latest, asked: 8 })).toBe(true);
  expect(isTooLong({ ...latest, asked: 8, complete: true })).toBe(false);
});
