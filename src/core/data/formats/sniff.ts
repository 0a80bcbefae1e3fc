import { badInput, type LabError } from '../../errors.ts';
import { decodeText, detectEncoding } from '../text.ts';
import { formats, mappedPlaces, placesByName, placesByOrder, type FormatId, type Layout } from './layout.ts';
import { fieldText, scanRows, separatorNames, type Separator } from './rows.ts';

/** What a file looks like. `format` is the published format it matches, or `table` when it is like none of them. */
export interface Sniffed extends Layout {
  readonly format: FormatId | 'table';
  /** Header names, or column numbers from 1. */
  readonly names: readonly string[];
  /** The first rows, as text. */
  readonly sample: readonly (readonly string[])[];
}

/** Tried in this order: a wide separator before its parts, rare signs before common ones. */
const candidates: readonly Separator[] = ['::', '\t', ';', '|', ',', ' '];
const sampleBytes = 65536;
const sampleRows = 20;

/** What the user says about the file already; the rest is guessed. */
export interface Known {
  readonly format?: FormatId | undefined;
  /** Which column is what, as in `user=userId, item=3, rating=stars`: header names, or numbers from 1. */
  readonly columns?: string | undefined;
}

/**
 * Guesses format, separator, encoding, header and columns of a table of interactions from its first 20 rows. The separator is
 * the first candidate that splits every row into the same number (>= 2) of columns. `bytes` are unpacked already. Throws
 * for an empty file, an unknown encoding, a separator other than that of the known format, and when no separator or no
 * user and item column is found.
 */
export function sniffFormat(bytes: Uint8Array, name: string, known: Known = {}): Sniffed {
  const encoding = detectEncoding(bytes, name);
  if (isBlank(bytes)) throw badInput(name, 'must not be empty');
  const asked = known.format === undefined ? undefined : formats[known.format];
  const separator = asked?.separator ?? separatorOf(bytes, name);
  const rows = sampleOf(bytes, separator, name);
  const first = rows[0] as readonly string[];
  if (first.length < 2) throw wrongSeparator(bytes, separator, 2, name, 1, first.join(''));
  const header = asked?.header ?? isHeader(first, rows[1]);
  if (header && rows.length === 1) throw badInput(name, 'must hold interactions below its header, has none');
  const names = header ? first : first.map((_, at) => String(at + 1));
  const guessed = header ? placesByName(first) : placesByOrder(first.length);
  const columns = known.columns ? mappedPlaces(known.columns, names) : guessed;
  if (columns === undefined) {
    throw badInput(`${name}, line 1`, 'must name a user and an item column', first.join(separator));
  }
  return {
    format: formatOf(separator, header, columns.rating !== undefined),
    separator,
    encoding,
    header,
    columns,
    names,
    sample: rows.slice(header ? 1 : 0),
  };
}

/** The error for a line with too few columns: it says which separator the file seems to use instead. */
export function wrongSeparator(
  bytes: Uint8Array,
  separator: Separator,
  needed: number,
  name: string,
  line: number,
  text: string,
): LabError {
  const seeming = seemingSeparator(bytes);
  const other = seeming !== undefined && seeming !== separator;
  const hint = other ? `; the file seems to use ${separatorNames[seeming]}` : '';
  const rule = `must have at least ${needed} columns separated by ${separatorNames[separator]}${hint}`;
  return badInput(`${name}, line ${line}`, rule, text);
}

/** The separator that a table of at least two columns seems to use. */
export function separatorOf(bytes: Uint8Array, name: string): Separator {
  const found = seemingSeparator(bytes);
  if (found !== undefined) return found;
  const text = decodeText(bytes.subarray(0, 200)).split('\n', 1)[0] ?? '';
  const known = candidates.map((candidate) => separatorNames[candidate]).join(', ');
  throw badInput(`${name}, line 1`, `must have at least 2 columns separated by one of ${known}`, text);
}

/** As `separatorOf`, undefined where there is none. */
export function seemingSeparator(bytes: Uint8Array): Separator | undefined {
  const consistent = candidates.find((separator) => {
    const counts = columnCounts(bytes, separator);
    return counts.length > 0 && counts.every((count) => count === counts[0] && count > 1);
  });
  return consistent ?? candidates.find((separator) => (columnCounts(bytes, separator)[0] ?? 0) > 1);
}

function columnCounts(bytes: Uint8Array, separator: Separator): number[] {
  const counts: number[] = [];
  scanRows(
    head(bytes),
    separator,
    (row) => {
      counts.push(row.count);
      return counts.length < sampleRows;
    },
    { quoting: false },
  );
  return counts;
}

function sampleOf(bytes: Uint8Array, separator: Separator, name: string): string[][] {
  const rows: string[][] = [];
  scanRows(
    head(bytes),
    separator,
    (row) => {
      rows.push(Array.from({ length: row.count }, (_, column) => fieldText(bytes, row, column)));
      return rows.length < sampleRows;
    },
    { name },
  );
  return rows;
}

/** The first bytes, ending at a line end, so that no row of the sample is cut. */
function head(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= sampleBytes) return bytes;
  const end = bytes.lastIndexOf(0x0a, sampleBytes);
  return end < 0 ? bytes : bytes.subarray(0, end + 1);
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

/** A first row is a header when its names are known, or when it has no number where the second row has one. */
function isHeader(first: readonly string[], second: readonly string[] | undefined): boolean {
  if (placesByName(first) !== undefined) return true;
  if (first.some(isNumber)) return false;
  return second?.some(isNumber) ?? false;
}

function isNumber(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text));
}

function formatOf(separator: Separator, header: boolean, rated: boolean): FormatId | 'table' {
  const match = (Object.keys(formats) as FormatId[]).find((id) => {
    const { separator: own, header: titled } = formats[id];
    return own === separator && titled === header && (id !== 'ratings-csv' || rated);
  });
  return match ?? 'table';
}
