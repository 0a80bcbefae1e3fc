import type { QueryLog } from '../contracts.ts';

/** An item as a file names it: its place among the items of a run, the dataset's own id, and the title where there is another name. */
export interface NamedItem {
  readonly index: number;
  readonly id: string;
  readonly title?: string;
}

/** What the ids of a log stand for, all items of the prepared data. */
export function namedItems(itemIds: readonly string[], titles: readonly string[]): readonly NamedItem[] {
  return itemIds.map((id, index) => {
    const title = titles[index];
    return { index, id, ...(title !== undefined && title !== id && { title }) };
  });
}

/** Queries that are written at a time: memory stays bounded however long the log is. */
const queriesAtOnce = 1000;

/**
 * A log of queries as text, a JSON object a line: `{"query": 0, "sequence": 0, "history": [item, ...], "list": [item, ...]}`, oldest item
 * and best recommendation first, items by dense index or, with `names`, by the dataset's ids. In pieces of many whole lines each, so that a
 * long log can be written without being held as text; joined they are the file.
 */
export function* queryLogText(
  { count, sequenceLength, k, sequences, lists }: QueryLog,
  names?: readonly string[],
): Generator<string> {
  const named = (items: Int32Array) => Array.from(items, (item) => names?.[item] ?? item);
  for (let from = 0; from < count; from += queriesAtOnce) {
    let piece = '';
    for (let query = from; query < Math.min(count, from + queriesAtOnce); query++) {
      const start = query - (query % sequenceLength);
      const line = {
        query,
        sequence: start / sequenceLength,
        history: named(sequences.subarray(start, query + 1)),
        list: named(lists.subarray(query * k, (query + 1) * k)),
      };
      piece += `${JSON.stringify(line)}\n`;
    }
    yield piece;
  }
}
