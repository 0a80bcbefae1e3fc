import { badInput } from '../../errors.ts';
import { interactionsFromColumns } from '../columns.ts';
import type { Interactions } from '../interactions.ts';
import { createVocabulary } from '../vocabulary.ts';
import type { Layout } from './layout.ts';
import { fieldNumber, fieldText, lineText, scanRows, separatorNames, type Row } from './rows.ts';
import { wrongSeparator } from './sniff.ts';

/** A table of interactions as read: dense indices and the file's own ids. */
export interface InteractionTable {
  readonly interactions: Interactions;
  readonly userIds: readonly string[]; // [U]
  readonly itemIds: readonly string[]; // [I]
  readonly notes: readonly string[];
}

/**
 * Reads a table of interactions. Users and items are numbered in the order of their ids (see Vocabulary), so the order of
 * lines does not matter. A rating must be a number; a time is seconds since 1970 or an ISO 8601 text, and may be empty
 * (it is NaN then, and a note counts them). Each error names the line, the rule and the value.
 */
export function readTable(bytes: Uint8Array, layout: Layout, name: string): InteractionTable {
  const capacity = lineCount(bytes);
  const users = new Int32Array(capacity);
  const items = new Int32Array(capacity);
  const { user, item, rating, time } = layout.columns;
  const values = rating === undefined ? undefined : new Float32Array(capacity);
  const times = time === undefined ? undefined : new Float64Array(capacity);
  const userVocabulary = createVocabulary();
  const itemVocabulary = createVocabulary();
  const idOf = (vocabulary: typeof userVocabulary, row: Row, column: number, what: string) => {
    const start = row.starts[column] as number;
    const end = row.ends[column] as number;
    if (start === end) throw badInput(`${name}, line ${row.line}`, `must have ${what}`, lineText(bytes, row));
    if (row.quoting && bytes[start] === 0x22)
      return vocabulary.addText(fieldText(bytes, row, column, layout.encoding));
    return vocabulary.add(bytes, start, end, layout.encoding);
  };

  const needed = 1 + Math.max(user, item, rating ?? 0, time ?? 0);
  let width = 0;
  let count = 0;
  let withoutTime = 0;
  scanRows(
    bytes,
    layout.separator,
    (row) => {
      if (width === 0) {
        width = row.count;
        if (width < needed) {
          throw wrongSeparator(bytes, layout.separator, needed, name, row.line, lineText(bytes, row));
        }
        if (layout.header) return;
      }
      if (row.count !== width) {
        const rule = `must have ${width} columns separated by ${separatorNames[layout.separator]}, as line 1 has`;
        throw badInput(`${name}, line ${row.line}`, `${rule}; it has ${row.count}`, lineText(bytes, row));
      }
      users[count] = idOf(userVocabulary, row, user, 'a user');
      items[count] = idOf(itemVocabulary, row, item, 'an item');
      if (values && rating !== undefined) {
        const value = fieldNumber(bytes, row, rating);
        if (!Number.isFinite(value)) {
          throw badInput(
            `${name}, line ${row.line}`,
            'rating must be a number',
            fieldText(bytes, row, rating),
          );
        }
        values[count] = value;
      }
      if (times && time !== undefined) {
        const seconds = timeOf(bytes, row, time, name);
        if (Number.isNaN(seconds)) withoutTime++;
        times[count] = seconds;
      }
      count++;
    },
    { name },
  );
  if (count === 0) {
    throw badInput(
      name,
      width === 0 ? 'must not be empty' : 'must hold interactions below its header, has none',
    );
  }

  const userOrder = userVocabulary.sorted();
  const itemOrder = itemVocabulary.sorted();
  const interactions = interactionsFromColumns(userOrder.ids.length, itemOrder.ids.length, {
    users: users.subarray(0, count).map((at) => userOrder.indexOf[at] as number),
    items: items.subarray(0, count).map((at) => itemOrder.indexOf[at] as number),
    values: values?.subarray(0, count),
    times: times?.subarray(0, count),
  });
  const notes = withoutTime > 0 ? [`${withoutTime} of ${count} interactions have no time.`] : [];
  return { interactions, userIds: userOrder.ids, itemIds: itemOrder.ids, notes };
}

function timeOf(bytes: Uint8Array, row: Row, column: number, name: string): number {
  if (row.starts[column] === row.ends[column]) return Number.NaN;
  const seconds = fieldNumber(bytes, row, column);
  if (Number.isFinite(seconds)) return seconds;
  const text = fieldText(bytes, row, column);
  const parsed = Date.parse(text) / 1000;
  if (Number.isFinite(parsed)) return parsed;
  throw badInput(`${name}, line ${row.line}`, 'time must be seconds since 1970 or an ISO 8601 date', text);
}

function lineCount(bytes: Uint8Array): number {
  let count = 1;
  for (const byte of bytes) if (byte === 0x0a) count++;
  return count;
}
