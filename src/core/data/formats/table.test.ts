import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { itemsOf } from '../interactions.ts';
import { encodeText } from '../text.ts';
import { joinTables } from './join-tables.ts';
import { sniffFormat } from './sniff.ts';
import { readTable } from './table.ts';
import { unpacked } from './unpack.ts';

const read = (text: string) => {
  const bytes = encodeText(text);
  return readTable(bytes, sniffFormat(bytes, 'r.csv'), 'r.csv');
};

describe('readTable', () => {
  it('numbers users and items by ascending id, whatever the order of lines', () => {
    const table = read('userId,movieId,rating,timestamp\n10,7,3.5,200\n9,100,4,100\n10,30,1,300\n');
    expect(table.userIds).toEqual(['9', '10']);
    expect(table.itemIds).toEqual(['7', '30', '100']);
    expect([...itemsOf(table.interactions, 0)]).toEqual([2]);
    expect([...itemsOf(table.interactions, 1)]).toEqual([0, 1]);
    expect(Array.from(table.interactions.values ?? [])).toEqual([4, 3.5, 1]);
    expect(Array.from(table.interactions.times ?? [])).toEqual([100, 200, 300]);
    const shuffled = read('userId,movieId,rating,timestamp\n10,30,1,300\n10,7,3.5,200\n9,100,4,100\n');
    expect(shuffled).toEqual(table);
  });

  it('takes text ids, with leading zeros kept, after the whole numbers', () => {
    const table = read('user,isbn,rating\nann,034545104X,5\nbob,0060,1\n3,12,2\n');
    expect(table.userIds).toEqual(['3', 'ann', 'bob']);
    expect(table.itemIds).toEqual(['12', '0060', '034545104X']);
  });

  it('keeps repeats in their order of arrival', () => {
    const { interactions } = read('1\t5\t9\n1\t4\t8\n1\t5\t7\n');
    expect(Array.from(interactions.items)).toEqual([0, 1, 1]);
    expect(Array.from(interactions.values ?? [])).toEqual([8, 9, 7]);
  });

  it('counts interactions without a time, and reads ISO dates', () => {
    const table = read('user,item,rating,timestamp\n1,2,3,\n1,3,3,1970-01-01T00:01:00Z\n');
    expect(table.notes).toEqual(['1 of 2 interactions have no time.']);
    expect(Array.from(table.interactions.times ?? [])).toEqual([Number.NaN, 60]);
  });

  it.each([
    ['a rating that is no number', '1,2,3\n1,3,good\n', 'r.csv, line 2: rating must be a number, got "good"'],
    ['an empty rating', 'user,item,rating\n1,3,\n', 'r.csv, line 2: rating must be a number, got ""'],
    [
      'a short line',
      '1,2,3\n1,3\n1,4,4\n',
      'r.csv, line 2: must have 3 columns separated by a comma, as line 1 has; it has 2, got "1,3"',
    ],
    ['a missing user', '1,2,3\n,3,4\n', 'r.csv, line 2: must have a user, got ",3,4"'],
    ['a missing item', '1,2,3\n1,,4\n', 'r.csv, line 2: must have an item, got "1,,4"'],
    [
      'a bad time',
      '1,2,3,4\n1,3,4,noon\n',
      'r.csv, line 2: time must be seconds since 1970 or an ISO 8601 date, got "noon"',
    ],
  ])('names line, rule and value of %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it('finds a bad line after the sample as well', () => {
    const lines = Array.from({ length: 5000 }, (_, at) => `${at},${at % 7},1`);
    lines[4321] = '4321;3;1';
    expect(() => read(lines.join('\n'))).toThrow(
      'r.csv, line 4322: must have 3 columns separated by a comma',
    );
  });
});

describe('unpacked', () => {
  it('unpacks gzip and leaves other bytes alone', () => {
    const bytes = encodeText('1,2\n');
    expect(unpacked(gzipSync(bytes), 'x.gz')).toEqual(bytes);
    expect(unpacked(bytes, 'x')).toBe(bytes);
  });

  it('names a damaged gzip file', () => {
    const damaged = gzipSync(encodeText('1,2\n'.repeat(1000))).slice(0, 20);
    expect(() => unpacked(damaged, 'x.gz')).toThrow(
      'x.gz: must be a whole gzip file, it is damaged or cut off',
    );
  });
});

describe('joinTables', () => {
  it('counts the interactions of both tables over one space of ids', () => {
    const joined = joinTables(read('1,20,1\n3,10,1\n'), read('2,10,5.5\n1,20,7\n'));
    expect(joined.userIds).toEqual(['1', '2', '3']);
    expect(joined.itemIds).toEqual(['10', '20']);
    expect(Array.from(joined.interactions.offsets)).toEqual([0, 2, 3, 4]);
    expect(Array.from(joined.interactions.items)).toEqual([1, 1, 0, 0]);
    expect(Array.from(joined.interactions.values ?? [])).toEqual([1, 7, 5.5, 1]);
  });
});
