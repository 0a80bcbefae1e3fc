import { describe, expect, it } from 'vitest';
import { encodeText } from '../text.ts';
import { sniffFormat, type Known } from './sniff.ts';

const sniff = (text: string, known?: Known) => sniffFormat(encodeText(text), 'x', known);

describe('sniffFormat', () => {
  it.each([
    [
      'ratings.csv',
      'userId,movieId,rating,timestamp\n1,31,2.5,1260759144\n',
      'ratings-csv',
      ',',
      true,
      [0, 1, 2, 3],
    ],
    ['u.data', '196\t242\t3\t881250949\n186\t302\t3\t891717742\n', 'u-data', '\t', false, [0, 1, 2, 3]],
    [
      'ratings.dat',
      '1::1193::5::978300760\n1::661::3::978302109\n',
      'ratings-dat',
      '::',
      false,
      [0, 1, 2, 3],
    ],
    ['uid,sid', 'uid,sid\n0,2828\n0,7524\n', 'uid-sid', ',', true, [0, 1, undefined, undefined]],
    ['user,venue', 'user,venue\n0,8938\n', 'uid-sid', ',', true, [0, 1, undefined, undefined]],
    [
      '.inter',
      'item_id:token\tuser_id:token\ttimestamp:float\n5\t1\t9\n',
      'tab-header',
      '\t',
      true,
      [1, 0, undefined, 2],
    ],
    [
      '//userID',
      '//userID\tartistID\tweight\n2\t51\t13883\n',
      'tab-header',
      '\t',
      true,
      [0, 1, 2, undefined],
    ],
    [
      'semicolon',
      '"User-ID";"ISBN";"Book-Rating"\n"276725";"034545104X";"0"\n',
      'table',
      ';',
      true,
      [0, 1, 2, undefined],
    ],
    ['blank', '1 2 5\n3 4 1\n', 'table', ' ', false, [0, 1, 2, undefined]],
  ] as const)('recognises %s', (_, text, format, separator, header, [user, item, rating, time]) => {
    const found = sniff(text);
    expect(found).toMatchObject({ format, separator, header, encoding: 'utf-8' });
    expect(found.columns).toMatchObject({ user, item });
    expect([found.columns.rating, found.columns.time]).toEqual([rating, time]);
  });

  it('shows the first rows without the header', () => {
    const { names, sample } = sniff('userId,movieId\n1,31\n2,32\n');
    expect(names).toEqual(['userId', 'movieId']);
    expect(sample).toEqual([
      ['1', '31'],
      ['2', '32'],
    ]);
  });

  it('takes columns by name and by number', () => {
    const text = 'who,what,stars\na,b,3\n';
    expect(sniff(text, { columns: 'user=who, item=2, rating=stars' }).columns).toMatchObject({
      user: 0,
      item: 1,
      rating: 2,
    });
  });

  it.each([
    [
      'an unknown column',
      'user=who, item=where',
      'columns.item: must be one of who, what, stars or a number from 1, got "where"',
    ],
    [
      'an unknown part',
      'person=who',
      'columns: must be like "user=userId, item=movieId" with columns of user, item, rating, time',
    ],
    ['a missing item', 'user=who', 'columns: must say which columns are user and item, got "user=who"'],
  ])('refuses %s in the mapping', (_, columns, message) => {
    expect(() => sniff('who,what,stars\na,b,3\n', { columns })).toThrow(message);
  });

  it('refuses a header without user and item', () => {
    expect(() => sniff('name,age\nann,3\n')).toThrow(
      'x, line 1: must name a user and an item column, got "name,age"',
    );
  });

  it('says which separator the file seems to use when the format has another', () => {
    expect(() => sniff('1\t2\t3\t4\n5\t6\t7\t8\n', { format: 'ratings-dat' })).toThrow(
      'x, line 1: must have at least 2 columns separated by a double colon "::"; the file seems to use a TAB, got "1\\t2\\t3\\t4"',
    );
    expect(() => sniff('userId;movieId;rating\n1;2;3\n', { format: 'ratings-csv' })).toThrow(
      'the file seems to use a semicolon',
    );
  });

  it('refuses empty, one-column and header-only files', () => {
    expect(() => sniff('')).toThrow('x: must not be empty');
    expect(() => sniff(' \r\n\n')).toThrow('x: must not be empty');
    expect(() => sniff('1\n2\n')).toThrow('x, line 1: must have at least 2 columns separated by one of');
    expect(() => sniff('userId,movieId\n')).toThrow('x: must hold interactions below its header, has none');
  });

  it('tells windows-1252 from UTF-8', () => {
    expect(sniffFormat(Uint8Array.of(0x61, 0xe9, 0x2c, 0x62, 0x0a), 'x').encoding).toBe('windows-1252');
    expect(sniff('é,b\n').encoding).toBe('utf-8');
  });

  it('refuses unknown encodings with the reason', () => {
    expect(() => sniffFormat(Uint8Array.of(0xff, 0xfe, 0x31, 0), 'x')).toThrow(
      'x: must be text in UTF-8 or windows-1252; it starts with the mark of UTF-16: save it as UTF-8',
    );
    expect(() => sniffFormat(Uint8Array.of(0x31, 0x2c, 0, 0x32), 'x')).toThrow('(zero byte at offset 2)');
    expect(() => sniffFormat(Uint8Array.of(0x50, 0x4b, 3, 4), 'x')).toThrow(
      'it is a zip archive: unpack it first',
    );
  });
});
