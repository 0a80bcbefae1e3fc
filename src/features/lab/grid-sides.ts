import type { Axis } from '../../core/run/experiment-spec.ts';

/** Names of the axes that stand down and across a picture of a grid. */
export interface SideNames {
  readonly rows?: string;
  readonly columns?: string;
}

export interface GridAxes {
  readonly rows: Axis;
  readonly columns: Axis;
  /** Axes that the picture has no room for, in their order. */
  readonly rest: readonly Axis[];
}

/** The asked axes of a grid; in place of those that it does not have, the first goes down and the last across. Undefined below two axes. */
export function gridAxes(axes: readonly Axis[], asked: SideNames): GridAxes | undefined {
  const named = (name: string | undefined) => axes.find((axis) => axis.name === name);
  const columns = named(asked.columns);
  const rows = named(asked.rows) ?? axes.find((axis) => axis !== columns);
  const across = columns !== rows ? columns : undefined;
  const last = across ?? axes.findLast((axis) => axis !== rows);
  if (!rows || !last) return undefined;
  return { rows, columns: last, rest: axes.filter((axis) => axis !== rows && axis !== last) };
}

/** The sides after another axis was put on one of them: the axis that stood there takes its place where it stood on the other. */
export function withSide(
  { rows, columns }: GridAxes,
  side: keyof SideNames,
  name: string,
): { readonly rows: string; readonly columns: string } {
  const now = { rows: rows.name, columns: columns.name };
  const other = side === 'rows' ? 'columns' : 'rows';
  return { ...now, [side]: name, ...(now[other] === name && { [other]: now[side] }) };
}
