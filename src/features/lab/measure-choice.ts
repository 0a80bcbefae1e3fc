import { metricLabel } from '../../components/charts/metric-label.ts';
import { phases } from '../../components/charts/roles.ts';
import { phaseOrder } from '../../components/charts/experiment-lines.ts';
import type { Measure } from '../../components/charts/cell-grid.ts';
import type { Phase } from '../../core/run/result.ts';
import { hasDetector } from './detector-data.ts';
import { producedBy } from './produced-by.ts';
import type { ShownRun } from './shown-run.ts';

interface Option<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
}

/** What a grid can show: the metrics and phases that any of its cells has measured, and the phases to compare with. */
export interface MeasureOptions {
  readonly metrics: readonly Option[];
  readonly phases: readonly Option<Phase>[];
  readonly others: readonly Option[];
}

/** What a grid shows first: the reach of the target on a fresh victim, how well fakes are detected, or how far a stolen copy agrees. */
export function firstMeasure({ spec, cells }: ShownRun): Measure {
  if (spec.evaluation.dataOnly) return { metric: 'data.density', phase: 'clean' };
  const k = spec.evaluation.cutoffs[0] ?? 10;
  const made = spec.attack ? producedBy(spec.attack) : undefined;
  const defended = cells.some(({ data }) => data.phases.defended);
  if (made === 'surrogate') return { metric: `agreement@${k}`, phase: defended ? 'defended' : 'attacked' };
  if (defended && hasDetector(spec)) return { metric: 'detector.auc', phase: 'defended' };
  if (made === 'poison') return { metric: `target.hr@${k}`, phase: 'attacked' };
  return { metric: `hr@${k}`, phase: 'clean' };
}

/** The choices that this run has numbers for; the current one is always among them. */
export function measureOptions({ cells }: ShownRun, { metric, phase }: Measure): MeasureOptions {
  const present = phaseOrder.filter((one) => one === phase || cells.some(({ data }) => data.phases[one]));
  const metrics = new Set([
    metric,
    ...cells.flatMap(({ data }) => present.flatMap((one) => Object.keys(data.phases[one] ?? {}))),
  ]);
  return {
    metrics: [...metrics].map((value) => ({ value, label: metricLabel(value) })),
    phases: present.map((value) => ({ value, label: phases[value].label })),
    others: [
      { value: '', label: 'as it is' },
      ...present
        .filter((one) => one !== phase)
        .map((value) => ({ value, label: `minus ${phases[value].label.toLowerCase()}` })),
    ],
  };
}
