import type { QueriesView, QueryLog } from '../contracts.ts';

/** Numbers of a log beyond which it is not shown whole: 20 MB. */
const shownWhole = 5e6;

/** One query of a log: what was asked, and the list that came back. */
export interface LoggedQuery {
  /** Items of the made-up history, oldest first. */
  readonly history: Int32Array; // [t + 1]
  readonly list: Int32Array; // [K]
}

/** Query q = s L + t of a log: the first t + 1 items of sequence s, and the answer. */
export function queryAt({ sequenceLength, k, sequences, lists }: QueryLog, query: number): LoggedQuery {
  const start = query - (query % sequenceLength);
  return {
    history: sequences.subarray(start, query + 1),
    list: lists.subarray(query * k, (query + 1) * k),
  };
}

/** The queries of the latest sequence alone, as a log of its own. */
export function latestSequence({ count, sequenceLength, k, sequences, lists }: QueryLog): QueryLog {
  const from = count === 0 ? 0 : sequenceLength * Math.floor((count - 1) / sequenceLength);
  return {
    count: count - from,
    sequenceLength,
    k,
    sequences: sequences.slice(from, from + sequenceLength),
    lists: lists.slice(from * k, count * k),
  };
}

/** What the thief sees while it asks, or all of it once it has asked everything; a log that is too large for a page never comes whole. */
export function queriesView(log: QueryLog, total: number): QueriesView {
  const complete = log.count === total && log.lists.length <= shownWhole;
  return {
    view: 'queries',
    name: 'victim',
    asked: log.count,
    total,
    complete,
    log: complete ? log : latestSequence(log),
  };
}
