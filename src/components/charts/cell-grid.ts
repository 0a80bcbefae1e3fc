import type { Cell, Phase, Published } from '../../core/run/result.ts';
import type { TableCell } from './data-table.tsx';
import { deviationOf, meanOf, type CellData } from './experiment-lines.ts';

/** One cell of a grid: its place, by axis name, and what is known of it. */
export interface GridCell {
  readonly at: Readonly<Record<string, string>>;
  readonly data: CellData;
  /** The cell with its intervals over users; null while it runs. */
  readonly finished?: Pick<Cell, 'phases'> | null;
}

/** Which number of a cell is shown: a metric in a phase, or its difference to another phase of the same repeat. */
export interface Measure {
  readonly metric: string;
  readonly phase: Phase;
  readonly minus?: Phase | undefined;
}

/** What stands at one place of a two-way grid: several cells where a further axis is averaged over. */
export interface GridEntry {
  /** Indices of the cells that belong here, measured or not. */
  readonly cells: readonly number[];
  /** How many of them have been measured. */
  readonly measured: number;
  readonly values: readonly (number | null)[]; // [repeat]
  readonly mean: number | null;
  readonly deviation: number | null;
}

/** How a grid of any number of axes is looked at in two: axes that `fixed` leaves out are averaged over. */
export interface GridSides {
  readonly rowAxis: string;
  readonly rows: readonly string[];
  readonly columnAxis: string;
  readonly columns: readonly string[];
  readonly fixed: Readonly<Record<string, string>>;
}

/** The number of each repeat; differences are taken repeat by repeat, since phases of a repeat share their seeds. */
export function measuredIn(data: CellData, { metric, phase, minus }: Measure): readonly (number | null)[] {
  const own = data.phases[phase]?.[metric] ?? [];
  if (minus === undefined) return own;
  const other = data.phases[minus]?.[metric] ?? [];
  return own.map((value, repeat) => {
    const base = other[repeat] ?? null;
    return value === null || base === null ? null : value - base;
  });
}

/** Mean over lists, repeat by repeat, of those that have a value there. */
export function averaged(lists: readonly (readonly (number | null)[])[]): readonly (number | null)[] {
  const repeats = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: repeats }, (_, repeat) => meanOf(lists.map((list) => list[repeat] ?? null)));
}

/** The grid as rows and columns, each place with its mean and spread over the repeats. */
export function gridOf(
  cells: readonly GridCell[],
  { rowAxis, rows, columnAxis, columns, fixed }: GridSides,
  measure: Measure,
): readonly (readonly GridEntry[])[] {
  return rows.map((row) =>
    columns.map((column) => {
      const wanted: Readonly<Record<string, string>> = { ...fixed, [rowAxis]: row, [columnAxis]: column };
      return entryOf(cells, wanted, measure);
    }),
  );
}

/** What was measured in all cells at a place. */
export function entryOf(
  cells: readonly GridCell[],
  wanted: Readonly<Record<string, string>>,
  measure: Measure,
): GridEntry {
  const here = cells.flatMap((cell, index) => (isAt(cell.at, wanted) ? [index] : []));
  const lists = here
    .map((index) => measuredIn((cells[index] as GridCell).data, measure))
    .filter((list) => meanOf(list) !== null);
  const values = averaged(lists);
  return {
    cells: here,
    measured: lists.length,
    values,
    mean: meanOf(values),
    deviation: deviationOf(values),
  };
}

export function isAt(
  at: Readonly<Record<string, string>>,
  wanted: Readonly<Record<string, string>>,
): boolean {
  return Object.entries(wanted).every(([axis, label]) => at[axis] === label);
}

/** Published numbers that belong to a place of the grid; a difference has none. */
export function publishedAt(
  published: readonly Published[],
  at: Readonly<Record<string, string>>,
  { metric, phase, minus }: Measure,
): readonly Published[] {
  if (minus !== undefined) return [];
  return published.filter((mark) => mark.metric === metric && mark.phase === phase && isAt(at, mark.at));
}

/** Long form of a grid: one line a place. */
export function gridRows(
  entries: readonly (readonly GridEntry[])[],
  rows: readonly string[],
  columns: readonly string[],
): readonly (readonly TableCell[])[] {
  return entries.flatMap((line, row) =>
    line.map((entry, column) => [
      rows[row] ?? '',
      columns[column] ?? '',
      entry.mean,
      entry.deviation,
      entry.values.filter((value) => value !== null).length,
    ]),
  );
}
