import type { QueriesView } from '../../core/contracts.ts';
import type { ChartTable } from './data-table.tsx';
import type { RankedEntry } from './ranked-list.tsx';

/** Queries beyond which the table names no more; the saved log has all. */
const listed = 5000;

/** What was asked by one query that the view holds, and the list that came back, in titles. */
export interface ShownQuery {
  /** 1-based, counted from the first query of the theft. */
  readonly number: number;
  readonly history: readonly string[];
  readonly answer: readonly RankedEntry[];
}

/** Number of the first query that the view holds, 1-based. */
export function firstHeld({ asked, log }: QueriesView): number {
  return asked - log.count + 1;
}

/** True when all has been asked and the log still holds the latest history alone: it is too long to be shown whole. */
export function isTooLong({ asked, total, complete }: QueriesView): boolean {
  return asked === total && total > 0 && !complete;
}

/** A query by its number; the latest one when the view does not hold it. */
export function queryShown(
  view: QueriesView,
  number: number | undefined,
  titles: readonly string[],
): ShownQuery | undefined {
  const { log, asked } = view;
  if (log.count === 0) return undefined;
  const first = firstHeld(view);
  const known = number !== undefined && number >= first && number <= asked ? number : asked;
  const at = known - first;
  const from = at - (at % log.sequenceLength);
  const title = (item: number) => titles[item] ?? String(item);
  return {
    number: known,
    history: Array.from(log.sequences.subarray(from, at + 1), title),
    answer: Array.from(log.lists.subarray(at * log.k, (at + 1) * log.k), (item) => ({
      item,
      title: title(item),
      target: false,
    })),
  };
}

/** One line a query: the history that was asked, and the answer, best first. */
export function queryTable(view: QueriesView | undefined, titles: readonly string[]): ChartTable {
  const columns = ['Query', 'Made-up history, oldest first', 'Served list, best first'];
  if (!view) return { columns, rows: [] };
  const first = firstHeld(view);
  const rows = Array.from({ length: Math.min(listed, view.log.count) }, (_, at) => {
    const query = queryShown(view, first + at, titles);
    const answer = query?.answer.map(({ title }) => title).join('; ') ?? '';
    return [first + at, query?.history.join('; ') ?? '', answer];
  });
  const cut = view.log.count > listed ? `the first ${listed} queries; the saved log has all` : '';
  return { columns, rows, ...(cut && { note: cut }) };
}

/** The log as a file: for every query the history and the answer by the dataset's own ids, and what these stand for. */
export function logFile(
  { name, log }: QueriesView,
  titles: readonly string[],
  itemIds: readonly string[],
): string {
  const idsOf = (items: Int32Array) => Array.from(items, (item) => itemIds[item] ?? item);
  const queries = Array.from({ length: log.count }, (_, at) => {
    const from = at - (at % log.sequenceLength);
    return {
      history: idsOf(log.sequences.subarray(from, at + 1)),
      list: idsOf(log.lists.subarray(at * log.k, (at + 1) * log.k)),
    };
  });
  const items = itemIds.map((id, index) => ({ index, id, title: titles[index] }));
  return JSON.stringify({ asked: name, listLength: log.k, items, queries });
}
