import type { Curve } from '../../components/charts/curve.ts';
import { isAt } from '../../components/charts/cell-grid.ts';
import { meanOf } from '../../components/charts/experiment-lines.ts';
import { phases, surrogate, type RoleStyle } from '../../components/charts/roles.ts';
import type { Phase } from '../../core/run/result.ts';
import type { ShownCell, ShownRun } from './shown-run.ts';

/** A line of the chart: a metric in a phase, with its interval over users where it is looked at closely. */
interface Line {
  readonly phase: Phase;
  readonly metric: string;
  readonly label: string;
  readonly style: RoleStyle;
}

/** What is drawn by the number of the axis: hits of victim and copy, or how far the two agree. */
export type SweepSide = 'hits' | 'agreement';

const undefendedCopy: RoleStyle = { ...surrogate, dash: '7 4' };

function linesOf(side: SweepSide, k: number): readonly Line[] {
  return side === 'hits'
    ? [
        { phase: 'attacked', metric: `hr@${k}`, label: 'Undefended victim', style: { ...phases.clean, dash: '7 4' } }, // prettier-ignore
        {
          phase: 'attacked',
          metric: `surrogate.hr@${k}`,
          label: 'Copy of the undefended victim',
          style: undefendedCopy,
        },
        { phase: 'defended', metric: `hr@${k}`, label: 'Defended victim', style: phases.defended },
        {
          phase: 'defended',
          metric: `surrogate.hr@${k}`,
          label: 'Copy of the defended victim',
          style: surrogate,
        },
      ]
    : [
        { phase: 'attacked', metric: `agreement@${k}`, label: 'No defense', style: { ...phases.attacked, dash: '7 4' } }, // prettier-ignore
        { phase: 'defended', metric: `agreement@${k}`, label: 'Defended', style: phases.defended },
      ];
}

/** The axis whose labels are all numbers: the one that a theft is swept over. */
export function numericAxis({ axes }: ShownRun['spec']): string | undefined {
  const isNumber = (label: string) => label.trim() !== '' && Number.isFinite(Number(label));
  return axes.find(({ points }) => points.length > 1 && points.every(({ label }) => isNumber(label)))?.name;
}

/** The curves of a sweep, at the place of a cell on all other axes; phases that no cell has are left out. */
export function sweepCurves(
  cells: readonly ShownCell[],
  axis: string,
  at: Readonly<Record<string, string>>,
  side: SweepSide,
  k: number,
): readonly Curve[] {
  const { [axis]: _, ...others } = at;
  const here = cells
    .filter((cell) => axis in cell.at && isAt(cell.at, others))
    .map((cell) => ({ x: Number(cell.at[axis]), cell }))
    .toSorted((a, b) => a.x - b.x);
  return linesOf(side, k).flatMap(({ phase, metric, label, style }) => {
    const measured = here.filter(({ cell }) => meanOf(cell.data.phases[phase]?.[metric]) !== null);
    if (measured.length === 0) return [];
    const values = measured.map(({ cell }) => cell.data.phases[phase]?.[metric] ?? []);
    const repeats = Math.max(...values.map((each) => each.length));
    const intervals = measured.map(({ cell }) => cell.finished?.phases[phase]?.[metric]?.interval ?? null);
    return [
      {
        key: `${phase} ${metric}`,
        label,
        style,
        x: measured.map(({ x }) => x),
        values: Array.from({ length: repeats }, (_, repeat) => values.map((each) => each[repeat] ?? null)),
        dots: true,
        ...(phase === 'defended' && intervals.some((interval) => interval !== null) && { intervals }),
      },
    ];
  });
}

/** Places that span more than a factor of 30 are told apart by their ratio. */
export function scaleOf(curves: readonly Curve[]): 'linear' | 'log' {
  const places = curves.flatMap(({ x }) => x);
  const least = Math.min(...places);
  return least > 0 && Math.max(...places) / least > 30 ? 'log' : 'linear';
}
