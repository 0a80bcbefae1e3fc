import type { ShownCell } from './shown-run.ts';

/** One way to say what a thief's copy is worth: what is drawn against the victim's hits. */
export interface TheftSide {
  readonly metric: string;
  readonly name: string;
  /** With unit, for the axis. */
  readonly axis: string;
}

/**
 * The ways that a run can show: agreement at every cutoff, the copy's hits at the first, and how well it orders all items. The last is left
 * out of results that were made before it was measured.
 */
export function theftSides(cutoffs: readonly number[], cells: readonly ShownCell[]): readonly TheftSide[] {
  const first = cutoffs[0] ?? 10;
  const agreements = cutoffs.map((k) => ({
    metric: `agreement@${k}`,
    name: cutoffs.length > 1 ? `Agreement, top ${k}` : 'Agreement',
    axis: `Agreement, top ${k} (share)`,
  }));
  const hits = {
    metric: `surrogate.hr@${first}`,
    name: 'Hits of the copy',
    axis: `Copy's hit rate, top ${first} (share)`,
  };
  const order = {
    metric: 'rank-correlation',
    name: 'Order of all items',
    axis: 'Spearman correlation of all scores',
  };
  const isOrdered = cells.every(({ data }) => !data.phases.attacked || order.metric in data.phases.attacked);
  return [...agreements, hits, ...(isOrdered ? [order] : [])];
}
