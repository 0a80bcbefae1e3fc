import { expect, test } from 'vitest';
import { namedItems, queryLogText } from './query-log-text.ts';

const log = {
  count: 5,
  sequenceLength: 3,
  k: 2,
  sequences: Int32Array.of(4, 1, 0, 2, 3, 0),
  lists: Int32Array.of(1, 2, 0, 3, 2, 1, 3, 0, 4, 2),
};
const lines = (...parameters: Parameters<typeof queryLogText>) =>
  [...queryLogText(...parameters)].join('').trimEnd().split('\n').map((line) => JSON.parse(line) as unknown); // prettier-ignore

test('a log is one JSON line a query: the beginning of its sequence and the list that came back', () => {
  expect(lines(log)).toEqual([
    { query: 0, sequence: 0, history: [4], list: [1, 2] },
    { query: 1, sequence: 0, history: [4, 1], list: [0, 3] },
    { query: 2, sequence: 0, history: [4, 1, 0], list: [2, 1] },
    { query: 3, sequence: 1, history: [2], list: [3, 0] },
    { query: 4, sequence: 1, history: [2, 3], list: [4, 2] },
  ]);
});

test('items can be named, and a log without queries is no text', () => {
  expect(lines(log, ['a', 'b', 'c', 'd', 'e'])[4]).toEqual({
    query: 4,
    sequence: 1,
    history: ['c', 'd'],
    list: ['e', 'c'],
  });
  expect([...queryLogText({ ...log, count: 0 })]).toEqual([]);
});

test('a long log comes in pieces of at most a thousand whole lines', () => {
  const long = {
    count: 2500,
    sequenceLength: 5,
    k: 1,
    sequences: new Int32Array(2500),
    lists: Int32Array.from({ length: 2500 }, (_, at) => at),
  };
  const pieces = [...queryLogText(long)];
  expect(pieces.map((piece) => piece.split('\n').length - 1)).toEqual([1000, 1000, 500]);
  expect(pieces.every((piece) => piece.endsWith('}\n'))).toBe(true);
});

test('the items that a log names have their ids, and titles where these say more', () => {
  expect(namedItems(['110', '7'], ['Owl', '7'])).toEqual([
    { index: 0, id: '110', title: 'Owl' },
    { index: 1, id: '7' },
  ]);
});
