import type { Phase } from '../../core/run/result.ts';
import { entryOf, type GridCell } from './cell-grid.ts';
import type { ChartTable } from './data-table.tsx';
import { phases, type RoleStyle } from './roles.ts';

/** Second cue of bars that share a colour. */
export const textures = ['solid', 'hatched', 'crossed', 'dotted', 'hollow'] as const;
export type Texture = (typeof textures)[number];

/** One bar in every group, with a value a repeat. */
export interface BarSeries {
  readonly key: string;
  readonly label: string;
  readonly style: RoleStyle;
  readonly texture: Texture;
  readonly values: readonly (readonly (number | null)[])[]; // [group][repeat]
}

interface BarSides {
  /** The axis whose points are the groups. */
  readonly groupAxis: string;
  readonly groups: readonly string[];
  /** The axis whose points stand beside each other in a group; phases without the attack are averaged over it. */
  readonly seriesAxis: string | undefined;
  readonly series: readonly string[];
  /** A last group of this name, averaged over all the others. */
  readonly together?: string;
  /** Further axes that are held at a point; those left out are averaged over. */
  readonly fixed: Readonly<Record<string, string>>;
}

const beside: readonly (readonly [Phase, Texture])[] = [
  ['clean', 'solid'],
  ['control', 'hollow'],
  ['baseline', 'crossed'],
];

/** Bars of a metric by the points of one axis: without attack, the noise floor, random clicks, and every attack. */
export function barSeries(
  cells: readonly GridCell[],
  { groupAxis, groups, seriesAxis, series, together, fixed }: BarSides,
  metric: string,
): readonly BarSeries[] {
  const valuesOf = (phase: Phase, at: Readonly<Record<string, string>>) =>
    [...groups.map((group) => ({ [groupAxis]: group })), ...(together === undefined ? [] : [{}])].map(
      (group, index) => {
        const entry = entryOf(cells, { ...fixed, ...at, ...group }, { metric, phase });
        // Over part of the cells a mean of all would be one of others than its neighbour's.
        return index === groups.length && entry.measured < entry.cells.length ? [] : entry.values;
      },
    );
  const plain = beside.map(([phase, texture]) => ({
    key: phase,
    label: phases[phase].label,
    style: phases[phase],
    texture,
    values: valuesOf(phase, {}),
  }));
  const attacks =
    seriesAxis === undefined
      ? [{ label: phases.attacked.label, values: valuesOf('attacked', {}) }]
      : series.map((label) => ({ label, values: valuesOf('attacked', { [seriesAxis]: label }) }));
  const attacked = attacks.map(({ label, values }, at) => ({
    key: `attacked-${at}`,
    label,
    style: phases.attacked,
    texture: textures[at % textures.length] as Texture,
    values,
  }));
  const defended = {
    key: 'defended',
    label: phases.defended.label,
    style: phases.defended,
    texture: 'solid' as const,
    values: valuesOf('defended', {}),
  };
  return [...plain, ...attacked, defended].filter(({ values }) => values.some((list) => list.some(isNumber)));
}

export interface Bar {
  readonly mean: number | null;
  /** Least and greatest repeat. */
  readonly low: number | null;
  readonly high: number | null;
}

/** A bar and its error bar. */
export function barOf(values: readonly (number | null)[]): Bar {
  const present = values.filter(isNumber);
  if (present.length === 0) return { mean: null, low: null, high: null };
  return {
    mean: present.reduce((sum, value) => sum + value, 0) / present.length,
    low: Math.min(...present),
    high: Math.max(...present),
  };
}

/** One line a bar. */
export function barTable(
  groupName: string,
  groups: readonly string[],
  series: readonly BarSeries[],
): ChartTable {
  return {
    columns: [groupName, 'Bar', 'Mean', 'Least repeat', 'Greatest repeat'],
    rows: groups.flatMap((group, at) =>
      series.map(({ label, values }) => {
        const { mean, low, high } = barOf(values[at] ?? []);
        return [group, label, mean, low, high];
      }),
    ),
  };
}

function isNumber(value: number | null): value is number {
  return value !== null && Number.isFinite(value);
}
