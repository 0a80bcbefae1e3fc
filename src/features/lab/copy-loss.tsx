import { useMemo } from 'react';
import { curve, type CellData } from '../../components/charts/experiment-lines.ts';
import { LineChart } from '../../components/charts/line-chart.tsx';
import { phases } from '../../components/charts/roles.ts';
import { copyLevels, copyLossAxis } from './loss-axes.ts';
import type { PanelProps } from './panel-props.ts';
import { whyNone } from './whose-views.ts';

const nothing: CellData['series'] = {};
const waiting = {
  what: 'losses of the copy',
  soon: 'It appears when the thief has asked and trains its copy.',
};

/** What the thief's copies learn from the lists, step by step. */
export function CopyLoss({ run, cell }: PanelProps) {
  const series = cell?.data.series ?? nothing;
  const curves = useMemo(() => copyLosses(series), [series]);
  const levels = useMemo(() => (curves.length > 0 ? copyLevels({ run, cell }) : []), [curves, run, cell]);
  return (
    <div className="panel">
      <LineChart
        title="What the thief trains"
        caption="How far the copy, with all queries asked, is from ranking as the lists do: each item above the next, and above the rest, by the attack’s margins. 0 is there."
        xLabel="Training step (count)"
        yLabel={copyLossAxis({ run, cell })}
        fileName="loss-copy"
        curves={curves}
        levels={levels}
        yDomain={[0, 'auto']}
        emptyText={whyNone(run, cell, waiting)}
      />
    </div>
  );
}

function copyLosses(series: CellData['series']) {
  const { 'loss.surrogate': own, 'defended.loss.surrogate': defended } = series;
  return [
    ...(own ? [curve('own', 'Copy of the undefended victim', phases.attacked, own)] : []),
    ...(defended ? [curve('defended', 'Copy of the defended victim', phases.defended, defended)] : []),
  ];
}
