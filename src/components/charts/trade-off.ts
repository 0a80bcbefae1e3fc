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
  /** Mean, and the ends of what `bars` says; both ends are the mean where it says nothing. */
  readonly x: Bar;
  readonly y: Bar;
  readonly bars: Bars;
}

/** What the bars of a point span: all repeats, or the 95% interval over the users of the only one. */
export type Bars = 'repeats' | 'users' | 'none';

/** What the bars of all points span together, for a caption. */
export function barKind(points: readonly TradeOffPoint[]): Bars {
  const said = points.map(({ bars }) => bars);
  return (['repeats', 'users'] as const).find((bars) => said.includes(bars)) ?? 'none';
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
  { data, finished }: GridCell,
  phase: Phase,
  label: string,
  x: string,
  y: string,
): readonly TradeOffPoint[] {
  const measured = data.phases[phase] ?? {};
  const [xs, ys] = [barOf(measured[x] ?? []), barOf(measured[y] ?? [])];
  if (xs.mean === null || ys.mean === null) return [];
  const named = { key: `${phase} ${label}`, label, style: phases[phase] };
  const repeats = Math.max(measured[x]?.length ?? 0, measured[y]?.length ?? 0);
  if (repeats > 1) return [{ ...named, x: xs, y: ys, bars: 'repeats' }];
  const [overX, overY] = [x, y].map((metric) => finished?.phases[phase]?.[metric]?.interval);
  if (!overX || !overY) return [{ ...named, x: xs, y: ys, bars: 'none' }];
  const spanning = (bar: Bar, [low, high]: readonly [number, number]): Bar => ({ ...bar, low, high });
  return [{ ...named, x: spanning(xs, overX), y: spanning(ys, overY), bars: 'users' }];
}

/** Names of the two ends of a bar, in tables. */
const ends: Readonly<Record<Bars, readonly [string, string]>> = {
  repeats: ['least', 'greatest'],
  users: ['95% from', '95% to'],
  none: ['least', 'greatest'],
};

/** One line a defense. */
export function tradeOffTable(points: readonly TradeOffPoint[], xLabel: string, yLabel: string): ChartTable {
  const three = (name: string) => [name, ...ends[barKind(points)].map((end) => `${name}, ${end}`)];
  return {
    columns: ['Defense', ...three(xLabel), ...three(yLabel)],
    rows: points.map(({ label, x, y }) => [label, x.mean, x.low, x.high, y.mean, y.low, y.high]),
  };
}
