import { useMemo } from 'react';
import type { PublishedMark } from '../../components/charts/curve.ts';
import {
  curve,
  curvesOf,
  levelsOf,
  meanOf,
  phaseOrder,
  type CellData,
} from '../../components/charts/experiment-lines.ts';
import { LineChart } from '../../components/charts/line-chart.tsx';
import { metricLabel } from '../../components/charts/metric-label.ts';
import { phases, published } from '../../components/charts/roles.ts';
import type { Phase, Published } from '../../core/run/result.ts';
import { victimLossAxis } from './loss-axes.ts';
import type { PanelProps } from './panel-props.ts';

const nothing: CellData = { series: {}, phases: {} };
const waiting = 'Nothing measured yet. Press Run; points appear while the attack goes on.';

/** How many genuine users are shown the target, over the outer steps. */
export function ExposureChart({ run, cell }: PanelProps) {
  const metric = `target.hr@${run?.spec.evaluation.cutoffs[0] ?? 10}`;
  return (
    <MetricChart
      run={run}
      cell={cell}
      metric={metric}
      title="Reach of the target"
      caption="Share of genuine users who get the target in their list. Same seed: read off the attacker's own model, as papers do. The solid line is what a fresh victim shows."
      yLabel={`Users reached, top ${run?.spec.evaluation.cutoffs[0] ?? 10} (share)`}
    />
  );
}

/** What the attack costs everybody else: hits on held-out items. */
export function UtilityChart({ run, cell }: PanelProps) {
  const metric = `hr@${run?.spec.evaluation.cutoffs[0] ?? 10}`;
  return (
    <MetricChart
      run={run}
      cell={cell}
      metric={metric}
      title="Quality for genuine users"
      caption="Share of genuine users who find their hidden item in the list. A gap to the control line larger than the noise is damage."
      yLabel={`${metricLabel(metric)} (share)`}
    />
  );
}

interface MetricChartProps extends PanelProps {
  readonly metric: string;
  readonly title: string;
  readonly caption: string;
  readonly yLabel: string;
}

function MetricChart({ run, cell, metric, title, caption, yLabel }: MetricChartProps) {
  const data = cell?.data ?? nothing;
  const curves = useMemo(() => curvesOf(data, metric), [data, metric]);
  const levels = useMemo(() => {
    const wanted: readonly Phase[] = [
      'clean',
      'control',
      'baseline',
      'opponent',
      'attacked',
      'attackedSameSeed',
      'defended',
    ];
    return levelsOf(data, metric, wanted).filter(
      ({ style }) => !curves.some((drawn) => drawn.style === style),
    );
  }, [data, metric, curves]);
  // Published numbers belong to the end of the attack, wherever this run is.
  const lastStep = Number(run?.spec.attack?.params['outerSteps'] ?? 0);
  const marks = useMemo(
    () => marksOf(run?.published ?? [], cell?.at ?? {}, metric, lastStep),
    [run?.published, cell?.at, metric, lastStep],
  );
  return (
    <div className="panel">
      <LineChart
        title={title}
        caption={caption}
        xLabel="Outer step (count)"
        yLabel={yLabel}
        fileName={metric.replaceAll(/[^a-z0-9]+/gi, '-')}
        curves={curves}
        levels={levels}
        marks={marks}
        yDomain={[0, 'auto']}
        emptyText={waiting}
      />
    </div>
  );
}

/** Published numbers of this cell, placed at the end of the curve. */
function marksOf(
  all: readonly Published[],
  at: Readonly<Record<string, string>>,
  metric: string,
  x: number,
): readonly PublishedMark[] {
  return all
    .filter(
      (mark) =>
        mark.metric === metric && Object.entries(mark.at).every(([axis, label]) => at[axis] === label),
    )
    .map((mark) => ({
      x,
      value: mark.value,
      label: `Published (${phases[mark.phase].label})`,
      source: mark.source,
    }));
}

interface LossChartsProps extends PanelProps {
  readonly withObjective: boolean;
  /** Takes the whole row. */
  readonly wide: boolean;
}

/** Training losses, and apart from them the attacker's objective: their scales differ by orders. */
export function LossCharts({ run, cell, withObjective, wide }: LossChartsProps) {
  const series = cell?.data.series;
  const losses = useMemo(() => {
    const curves = Object.entries(series ?? {})
      .filter(([name]) => name.startsWith('loss.train') || name === 'loss.adversarial')
      .map(([name, values]) => {
        const phase = phaseOrder.find((one) => name === `loss.train.${one}`);
        if (name === 'loss.adversarial')
          return curve(name, 'Attacker’s own model', phases.attackedSameSeed, values);
        return curve(name, phases[phase ?? 'clean'].label, phases[phase ?? 'clean'], values);
      });
    return {
      training: curves.filter(({ key }) => !key.includes('adversarial')),
      adversarial: curves.filter(({ key }) => key.includes('adversarial')),
    };
  }, [series]);
  return (
    <div className={withObjective ? 'panel split-panel wide' : wide ? 'panel wide' : 'panel'}>
      {withObjective && (
        <LineChart
          title="Attacker's objective"
          caption="Adversarial loss after each outer step: lower means the attacker's own copy recommends the target more. Dips are normal."
          xLabel="Outer step (count)"
          yLabel="Adversarial loss (nats, sum)"
          fileName="loss-adversarial"
          curves={losses.adversarial}
          emptyText="No outer step is finished yet."
        />
      )}
      <LineChart
        title="Training loss"
        caption="Loss of the recommenders while they train."
        xLabel="Training step (count)"
        yLabel={victimLossAxis({ run, cell })}
        fileName="loss-train"
        curves={losses.training}
        emptyText="No training step is finished yet."
      />
    </div>
  );
}

/** Reach at every point of a one-axis sweep. */
export function SweepChart({ run }: Pick<PanelProps, 'run'>) {
  const axis = run?.spec.axes[0];
  const metric = `target.hr@${run?.spec.evaluation.cutoffs[0] ?? 10}`;
  const measured = useMemo(() => {
    if (!run || !axis) return [];
    return run.cells.flatMap((cell) => {
      const x = Number(cell.at[axis.name]);
      return Number.isFinite(x) ? [{ x, phases: cell.data.phases }] : [];
    });
  }, [run, axis]);
  if (!run || run.spec.axes.length !== 1 || !axis || run.cells.length < 2) return null;
  const sorted = measured.toSorted((a, b) => a.x - b.x);
  const wanted = ['clean', 'baseline', 'attacked', 'attackedSameSeed'] as const;
  const repeats = Math.max(1, ...sorted.map((point) => point.phases.attacked?.[metric]?.length ?? 1));
  const curves = wanted
    .filter((phase) => sorted.some((point) => meanOf(point.phases[phase]?.[metric]) !== null))
    .map((phase) => ({
      key: phase,
      label: phases[phase].label,
      style: phases[phase],
      x: sorted.map(({ x }) => x),
      values: Array.from({ length: repeats }, (_, repeat) =>
        sorted.map((point) => point.phases[phase]?.[metric]?.[repeat] ?? null),
      ),
    }));
  const marks = run.published.flatMap((mark) => {
    const x = Number(mark.at[axis.name]);
    if (mark.metric !== metric || !Number.isFinite(x)) return [];
    return [
      {
        x,
        value: mark.value,
        label: `${published.label} (${phases[mark.phase].label})`,
        source: mark.source,
      },
    ];
  });
  return (
    <div className="panel wide">
      <LineChart
        title={`Reach by ${axis.name}`}
        caption={`The same experiment at every ${axis.name}, with the same seeds.`}
        xLabel={`${axis.name.charAt(0).toUpperCase()}${axis.name.slice(1)} (steps)`}
        yLabel="Users reached (share)"
        fileName={`sweep-${axis.name}`}
        curves={curves}
        marks={marks}
        yDomain={[0, 'auto']}
        emptyText={waiting}
      />
    </div>
  );
}
