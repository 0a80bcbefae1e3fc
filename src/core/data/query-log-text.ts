import type { QueryLog } from '../contracts.ts';

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
