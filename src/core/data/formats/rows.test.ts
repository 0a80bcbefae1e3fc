import { describe, expect, it } from 'vitest';
import { encodeText } from '../text.ts';
import { fieldNumber, fieldText, scanRows, type Separator } from './rows.ts';

function rowsOf(text: string, separator: Separator, quoting?: boolean): string[][] {
  const bytes = encodeText(text);
  const rows: string[][] = [];
  scanRows(
    bytes,
    separator,
    (row) => void rows.push(Array.from({ length: row.count }, (_, column) => fieldText(bytes, row, column))),
    { ...(quoting !== undefined && { quoting }), name: 'x.csv' },
  );
  return rows;
}

describe('scanRows', () => {
  it('splits at one- and two-character separators', () => {
    expect(rowsOf('a,b\nc,d\n', ',')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(rowsOf('1::2:3::4', '::')).toEqual([['1', '2:3', '4']]);
  });

  it('takes CRLF, a missing last line end, empty lines and a byte order mark', () => {
    expect(rowsOf('\ufeffa\tb\r\n\r\n\nc\td', '\t')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('keeps empty fields at both ends', () => {
    expect(rowsOf(',,\n', ',')).toEqual([['', '', '']]);
    expect(rowsOf('a::\n::b', '::')).toEqual([
      ['a', ''],
      ['', 'b'],
    ]);
  });

  it('reads quoted separators, line ends and doubled quotes', () => {
    expect(rowsOf('1,"a, ""b""\nc",2\n3,"",4', ',')).toEqual([
      ['1', 'a, "b"\nc', '2'],
      ['3', '', '4'],
    ]);
  });

  it('does not take quotes for quotes in TAB tables', () => {
    expect(rowsOf('1\t"Weird Al\n2\tb', '\t')).toEqual([
      ['1', '"Weird Al'],
      ['2', 'b'],
    ]);
  });

  it('counts lines inside quoted fields', () => {
    const bytes = encodeText('a,"x\ny"\nb,z\n');
    const lines: number[] = [];
    scanRows(bytes, ',', (row) => void lines.push(row.line));
    expect(lines).toEqual([1, 3]);
  });

  it('names the line where a quote is never closed', () => {
    expect(() => rowsOf('a,b\nc,"d\n', ',')).toThrow(
      'x.csv, line 2: a quoted field must be closed before the file ends',
    );
  });

  it('stops when the visitor says so', () => {
    let seen = 0;
    scanRows(encodeText('a\nb\nc\n'), ',', () => ++seen < 2);
    expect(seen).toBe(2);
  });
});

describe('fieldNumber', () => {
  it.each(['0', '42', '3.5', '-1.25', '1e3', '7.000000', '1260759144', '1234567890123456', '"2.5"', '+4'])(
    'reads %s as Number does',
    (text) => {
      const bytes = encodeText(`${text},`);
      let value = Number.NaN;
      scanRows(bytes, ',', (row) => void (value = fieldNumber(bytes, row, 0)));
      expect(value).toBe(Number(text.replaceAll('"', '')));
    },
  );

  it.each(['', 'abc', '1.2.3', ' ', '.', '-'])('gives NaN for "%s"', (text) => {
    const bytes = encodeText(`${text},x`);
    let value = 0;
    scanRows(bytes, ',', (row) => void (value = fieldNumber(bytes, row, 0)));
    expect(value).toBeNaN();
  });
});
