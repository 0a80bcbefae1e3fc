import { useMemo } from 'react';
import { curve, meanOf, type CellData } from '../../components/charts/experiment-lines.ts';
import { formatPercent, formatValue } from '../../components/charts/format.ts';
import { RocChart } from '../../components/charts/roc-chart.tsx';
import { phases } from '../../components/charts/roles.ts';
import type { Component } from '../../core/params/fields.ts';
import type { ExperimentSpec } from '../../core/run/experiment-spec.ts';
import { useExperiment } from '../../stores/session.ts';
import { hasDetector, isDetector } from './detector-data.ts';
import { DetectorThreshold } from './detector-threshold.tsx';
import type { PanelProps } from './panel-props.ts';
import { nameOf } from './stage-summary.ts';
import { ThresholdChart } from './threshold-chart.tsx';

const nothing: CellData = { series: {}, phases: {} };
const nowhere = {};

/** How well a detector tells fake from genuine users, and what its threshold would buy. Nothing for experiments without a detector. */
export function DetectorPanel({ run, cell }: PanelProps) {
  const form = useExperiment((state) => state.spec);
  const spec = run?.spec ?? form;
  const data = cell?.data ?? nothing;
  const roc = data.series['detector.roc'];
  const curves = useMemo(() => (roc ? [curve('roc', 'Detector', phases.defended, roc)] : []), [roc]);
  const measured = data.phases.defended;
  const auc = meanOf(measured?.['detector.auc']);
  const atOnePercent = meanOf(measured?.['detector.tpr@fpr=0.01']);
  if (!hasDetector(spec)) return null;
  return (
    <section className="panel wide" aria-label="Detector">
      <div className="split-panel">
        <RocChart
          title="Can the fakes be told from real users?"
          caption={
            auc === null
              ? `${detectorName(spec, cell?.at ?? nowhere)}: fakes caught against real users suspected. It knows neither who is fake nor how many.`
              : `${detectorName(spec, cell?.at ?? nowhere)}: AUC ${formatValue(auc)} (0.5 is guessing). With 1% of the real users suspected, it catches ${formatPercent(atOnePercent)} of the fakes.`
          }
          xLabel="Genuine users suspected (share)"
          yLabel="Fakes caught (share)"
          fileName="detector-roc"
          curves={curves}
          emptyText="Nothing detected yet. Press Run: the curve appears when the attack is over and the detector has looked at the data."
        />
        <ThresholdChart data={data} cutoff={run?.spec.evaluation.cutoffs[0] ?? 10} />
      </div>
      <DetectorThreshold run={run} cell={cell} />
    </section>
  );
}

/** The first detector of a cell: that of the spec, unless a point of an axis brings its own. */
function detectorName({ defenses, axes }: ExperimentSpec, at: Readonly<Record<string, string>>): string {
  let chosen: readonly Component[] = defenses;
  for (const { name, points } of axes) {
    const own = points.find(({ label }) => label === at[name])?.set['defenses'];
    if (Array.isArray(own)) chosen = own as readonly Component[];
  }
  const [first] = chosen.filter(isDetector);
  return first ? nameOf('defenses', first) : 'No detector';
}
