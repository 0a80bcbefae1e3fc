import { pointOf, type Curve, type Level, type PublishedMark } from './curve.ts';
import type { ChartTable, TableCell } from './data-table.tsx';

interface CurveTableInput {
  readonly xName: string;
  readonly curves: readonly Curve[];
  readonly levels: readonly Level[];
  readonly marks: readonly PublishedMark[];
}

/** The numbers of a line chart: one row a place, one column a curve (mean, the range where there are repeats, and the interval where there is one). */
export function curveTable({ xName, curves, levels, marks }: CurveTableInput): ChartTable {
  const places = [...new Set(curves.flatMap((curve) => curve.x))].sort((a, b) => a - b);
  const columns: string[] = [xName];
  for (const curve of curves) {
    columns.push(curve.values.length > 1 ? `${curve.label}, mean` : curve.label);
    if (curve.values.length > 1) columns.push(`${curve.label}, least`, `${curve.label}, greatest`);
    if (curve.intervals)
      columns.push(`${curve.label}, 95% over users, from`, `${curve.label}, 95% over users, to`);
  }
  const indices = curves.map((curve) => new Map(curve.x.map((x, at) => [x, at])));
  const rows: TableCell[][] = places.map((x) => [
    x,
    ...curves.flatMap((curve, which) => {
      const at = indices[which]?.get(x);
      const point = at === undefined ? { mean: null, low: null, high: null } : pointOf(curve, at);
      const spread = curve.values.length > 1 ? [point.mean, point.low, point.high] : [point.mean];
      const interval = (at === undefined ? null : curve.intervals?.[at]) ?? [null, null];
      return curve.intervals ? [...spread, ...interval] : spread;
    }),
  ]);
  const padding = (given: number) => Array<TableCell>(Math.max(0, columns.length - given)).fill(null);
  for (const level of levels) rows.push([level.label, level.value, ...padding(2)]);
  for (const mark of marks) rows.push([`Published at ${mark.x}: ${mark.source}`, mark.value, ...padding(2)]);
  return { columns: columns.length > 1 ? columns : [xName, 'Value'], rows };
}
