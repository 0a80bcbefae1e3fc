import type { Phase } from '../../core/run/result.ts';
import { barOf, type Bar } from './bar-series.ts';
import { isAt, type GridCell } from './cell-grid.ts';
import type { ChartTable } from './data-table.tsx';
import { phases, type RoleStyle } from './roles.ts';

/** One defense: what it leaves to users, and what it leaves to a thief. */
export interface TradeOffPoint {
  readonly key: string;
  readonly label: string;
  readonly style: RoleStyle;
  /** Mean, least and greatest repeat. */
  readonly x: Bar;
  readonly y: Bar;
}

interface TradeOffSides {
  /** Axes that vary the defenses: their labels name the points. */
  readonly axes: readonly string[];
  /** Points of all other axes. */
  readonly at: Readonly<Record<string, string>>;
  readonly x: string;
  readonly y: string;
}

/**
 * One point a defense, from the phase behind the defenses; and one without any, from the phase before. The undefended one is the same in
 * every cell, since cells share seeds, and is read off the first that has it.
 */
export function tradeOffPoints(
  cells: readonly GridCell[],
  { axes, at, x, y }: TradeOffSides,
): readonly TradeOffPoint[] {
  const here = cells.filter((cell) => isAt(cell.at, at));
  const open = here.flatMap((cell) => point(cell, 'attacked', 'no defense', x, y)).slice(0, 1);
  const defended = here.flatMap((cell) => {
    const label = axes.map((axis) => cell.at[axis] ?? '').join(', ');
    return point(cell, 'defended', label === '' ? 'defended' : label, x, y);
  });
  return [...open, ...defended];
}

function point(
  { data }: GridCell,
  phase: Phase,
  label: string,
  x: string,
  y: string,
): readonly TradeOffPoint[] {
  const measured = data.phases[phase] ?? {};
  const [xs, ys] = [barOf(measured[x] ?? []), barOf(measured[y] ?? [])];
  if (xs.mean === null || ys.mean === null) return [];
  return [{ key: `${phase} ${label}`, label, style: phases[phase], x: xs, y: ys }];
}

/** One line a defense. */
export function tradeOffTable(points: readonly TradeOffPoint[], xLabel: string, yLabel: string): ChartTable {
  const three = (name: string) => [name, `${name}, least`, `${name}, greatest`];
  return {
    columns: ['Defense', ...three(xLabel), ...three(yLabel)],
    rows: points.map(({ label, x, y }) => [label, x.mean, x.low, x.high, y.mean, y.low, y.high]),
  };
}
