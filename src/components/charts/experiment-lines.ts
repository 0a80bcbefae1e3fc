import type { Measured, Phase, Series } from '../../core/run/result.ts';
import type { Curve, Level } from './curve.ts';
import { phases, type RoleStyle } from './roles.ts';

/** What is known of one cell of an experiment, finished or still growing. */
export interface CellData {
  readonly series: Readonly<Record<string, Pick<Series, 'x' | 'values'>>>;
  readonly phases: Readonly<Partial<Record<Phase, PhaseValues>>>;
}
/** Metric name to one value a repeat. */
export type PhaseValues = Readonly<Record<string, readonly (number | null)[]>>;

/** A finished cell in the form that charts read. */
export function cellData(cell: {
  readonly series: Readonly<Record<string, Series>>;
  readonly phases: Readonly<Partial<Record<Phase, Readonly<Record<string, Measured>>>>>;
}): CellData {
  const measured = Object.entries(cell.phases).map(([phase, metrics]) => [
    phase,
    Object.fromEntries(Object.entries(metrics).map(([metric, { values }]) => [metric, values])),
  ]);
  return { series: cell.series, phases: Object.fromEntries(measured) as CellData['phases'] };
}

export const phaseOrder: readonly Phase[] = [
  'clean',
  'control',
  'baseline',
  'opponent',
  'attacked',
  'attackedSameSeed',
  'defended',
  'cleanDefended',
  'downstream',
  'downstreamBaseline',
  'defendedDownstream',
  'defendedDownstreamBaseline',
];

/** Mean of the repeats that have a value; null when none has. */
export function meanOf(values: readonly (number | null)[] | undefined): number | null {
  const present = (values ?? []).filter((value): value is number => value !== null && Number.isFinite(value));
  return present.length === 0 ? null : present.reduce((sum, value) => sum + value, 0) / present.length;
}

/** Sample standard deviation; null below two values. */
export function deviationOf(values: readonly (number | null)[]): number | null {
  const present = values.filter((value): value is number => value !== null && Number.isFinite(value));
  const mean = meanOf(present);
  if (mean === null || present.length < 2) return null;
  return Math.sqrt(present.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (present.length - 1));
}

/**
 * The curves of a metric over the attack: `target.hr@10` alone is read off the attacker's own model (its seed), and
 * `attacked.target.hr@10` off a fresh victim.
 */
export function curvesOf(data: CellData, metric: string): readonly Curve[] {
  const own = data.series[metric];
  const attacked = data.series[`attacked.${metric}`];
  return [
    ...(own ? [curve(metric, 'Attacker’s own model (same seed)', phases.attackedSameSeed, own)] : []),
    ...(attacked ? [curve(`attacked.${metric}`, 'Fresh victim', phases.attacked, attacked)] : []),
  ];
}

/** One series as a curve. */
export function curve(
  key: string,
  label: string,
  style: RoleStyle,
  series: Pick<Series, 'x' | 'values'>,
): Curve {
  return { key, label, style, x: series.x, values: series.values };
}

/** Levels of a metric: the mean of every given phase that has been measured. */
export function levelsOf(data: CellData, metric: string, wanted: readonly Phase[]): readonly Level[] {
  return wanted.flatMap((phase) => {
    const value = meanOf(data.phases[phase]?.[metric]);
    return value === null ? [] : [{ key: phase, label: phases[phase].label, style: phases[phase], value }];
  });
}

/** Metric names of all phases, those about targets first, in order of appearance. */
export function metricsOf(data: CellData): readonly string[] {
  const names = new Set(phaseOrder.flatMap((phase) => Object.keys(data.phases[phase] ?? {})));
  return [...names].sort((a, b) => Number(b.startsWith('target.')) - Number(a.startsWith('target.')));
}
