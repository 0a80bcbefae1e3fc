import type { Progress, View } from '../core/contracts.ts';
import type { Overall, PreparedSummary } from '../core/run/events.ts';
import type { Cell, Phase } from '../core/run/result.ts';

/** A curve as it grows. Repeats may be at different places: null where a repeat has no value yet. */
export interface LiveSeries {
  readonly name: string;
  readonly x: readonly number[]; // [n], ascending
  readonly values: readonly (readonly (number | null)[])[]; // [repeat][n]
}

/** Metric name to one value a repeat. */
export type LiveMetrics = Readonly<Record<string, readonly (number | null)[]>>;

/** What is known of one cell so far. */
export interface LiveCell {
  readonly index: number;
  readonly series: Readonly<Record<string, LiveSeries>>;
  readonly phases: Readonly<Partial<Record<Phase, LiveMetrics>>>;
  /** The finished cell; null while it runs. */
  readonly finished: Cell | null;
  /** The repeat that was told last: `prepared` and the views are all of this one. */
  readonly repeat: number;
  readonly prepared: PreparedSummary | null;
  /** Latest view by key, see `viewKey`. */
  readonly views: Readonly<Record<string, View>>;
  /** Views of the repeat before, while the cell is not finished: for who shows one until the next is told. */
  readonly earlier: Readonly<Record<string, View>>;
  /** True when views were let go because all cells together had too many, see `boundViews`. */
  readonly letGo: boolean;
}

/** Everything a run has told so far, reduced. Unchanged parts keep their identity from batch to batch. */
export interface LiveRun {
  readonly overall: Overall | null;
  /** The latest report of the work in hand. */
  readonly progress: Progress | null;
  /** The latest report of each stage, by stage name, in order of first appearance. */
  readonly stages: Readonly<Record<string, Progress>>;
  /** The cell and repeat that are being computed. */
  readonly cell: number;
  readonly repeat: number;
  /** The data of the latest repeat. */
  readonly prepared: PreparedSummary | null;
  readonly cells: readonly LiveCell[]; // by cell index
  readonly notes: readonly string[];
}

/** `matrix:hypergradient`, `points:users`, `lists:attacked`. */
export function viewKey(view: View): string {
  return `${view.view}:${view.view === 'lists' ? view.phase : view.name}`;
}
