import { badInput } from '../../errors.ts';
import { decodeText, type TextEncoding } from '../text.ts';

/** What separates the columns of a table. */
export type Separator = ',' | ';' | '\t' | '|' | '::' | ' ';

export const separatorNames: Readonly<Record<Separator, string>> = {
  ',': 'a comma',
  ';': 'a semicolon',
  '\t': 'a TAB',
  '|': 'a bar "|"',
  '::': 'a double colon "::"',
  ' ': 'a blank',
};

/** The fields of the current line as places in the bytes, reused from line to line. */
export interface Row {
  /** 1-based number of the line in the file. */
  line: number;
  count: number;
  readonly starts: number[];
  readonly ends: number[];
  readonly quoting: boolean;
}

const quote = 0x22;
const feed = 0x0a;
const carriage = 0x0d;

/**
 * Splits a table into rows, by bytes, so that a million lines take well under a second. A field that begins with a double quote
 * ends at the closing one (doubled quotes inside stand for one, see `fieldText`) and may hold separators and line ends,
 * when `quoting` is on (it is for commas and semicolons: other published tables never quote, and titles may begin with a quote). Lines end in LF or CRLF; empty lines and a byte order mark are passed over. `visit` stops the scan by returning false.
 */
export function scanRows(
  bytes: Uint8Array,
  separator: Separator,
  visit: (row: Row) => boolean | void,
  options: { readonly quoting?: boolean; readonly name?: string } = {},
): void {
  const quoting = options.quoting ?? (separator === ',' || separator === ';');
  const name = options.name ?? 'table';
  const first = separator.charCodeAt(0);
  const wide = separator.length === 2;
  const row: Row = { line: 1, count: 0, starts: [], ends: [], quoting };
  const length = bytes.length;
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let line = 1;
  while (at < length) {
    row.line = line;
    row.count = 0;
    const lineStart = at;
    for (let open = true; open;) {
      const start = at;
      if (quoting && bytes[at] === quote) {
        at++;
        while (at < length && !(bytes[at] === quote && bytes[at + 1] !== quote)) {
          if (bytes[at] === feed) line++;
          at += bytes[at] === quote ? 2 : 1;
        }
        if (at >= length) {
          throw badInput(`${name}, line ${row.line}`, 'a quoted field must be closed before the file ends');
        }
      }
      let byte = bytes[at];
      while (at < length && byte !== feed && !(byte === first && (!wide || bytes[at + 1] === first))) {
        byte = bytes[++at];
      }
      row.starts[row.count] = start;
      row.ends[row.count] = at;
      row.count++;
      open = at < length && byte !== feed;
      at += open && wide ? 2 : 1;
    }
    line++;
    const last = row.count - 1;
    const end = row.ends[last] as number;
    if (end > lineStart && bytes[end - 1] === carriage) row.ends[last] = end - 1;
    if (row.count === 1 && row.ends[0] === lineStart) continue;
    if (visit(row) === false) return;
  }
}

/** The text of a field: quotes taken off, doubled quotes halved. */
export function fieldText(
  bytes: Uint8Array,
  row: Row,
  column: number,
  encoding: TextEncoding = 'utf-8',
): string {
  const text = decodeText(bytes.subarray(row.starts[column] ?? 0, row.ends[column] ?? 0), encoding);
  if (!row.quoting) return text;
  return text.length > 1 && text.startsWith('"') && text.endsWith('"')
    ? text.slice(1, -1).replaceAll('""', '"')
    : text;
}

/** The whole line of a row, for error messages. */
export function lineText(bytes: Uint8Array, row: Row): string {
  return decodeText(bytes.subarray(row.starts[0] ?? 0, row.ends[row.count - 1] ?? 0));
}

/** The number in a field, NaN when it holds none. Plain decimals are read by hand, the rest by `Number`. */
export function fieldNumber(bytes: Uint8Array, row: Row, column: number): number {
  let at = row.starts[column] ?? 0;
  const end = row.ends[column] ?? 0;
  if ((row.quoting && bytes[at] === quote) || end - at > 15) return numberOf(fieldText(bytes, row, column));
  const start = at;
  let whole = 0;
  let scale = 1;
  let point = false;
  for (; at < end; at++) {
    const digit = (bytes[at] as number) - 0x30;
    if (digit >= 0 && digit <= 9) {
      whole = whole * 10 + digit;
      if (point) scale *= 10;
    } else if (digit === -2 && !point && at > start) point = true;
    else return numberOf(fieldText(bytes, row, column));
  }
  return end === start ? Number.NaN : whole / scale;
}

function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}
