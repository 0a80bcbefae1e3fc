import { useMemo } from 'react';
import { curve, type CellData } from '../../components/charts/experiment-lines.ts';
import { LineChart } from '../../components/charts/line-chart.tsx';
import { phases } from '../../components/charts/roles.ts';
import type { ShownCell, ShownRun } from './shown-run.ts';

interface TheftChartsProps {
  readonly run: ShownRun | undefined;
  readonly cell: ShownCell | undefined;
}

const nothing: CellData = { series: {}, phases: {} };
const waiting = 'Nothing stolen yet. A point appears when the thief has trained a copy.';

/** How good the thief's copy is, by the number of queries. */
export function TheftCharts({ run, cell }: TheftChartsProps) {
  const k = run?.spec.evaluation.cutoffs[0] ?? 10;
  const data = cell?.data ?? nothing;
  const [hits, agreement] = useMemo(
    () => [copies(data, `surrogate.hr@${k}`), copies(data, `agreement@${k}`)] as const,
    [data, k],
  );
  return (
    <>
      <div className="panel">
        <LineChart
          title="What the stolen model is worth"
          caption="Share of genuine users who find their hidden item in the list of the thief's copy."
          xLabel="Queries (count)"
          yLabel={`Hit rate of the copy, top ${k} (share)`}
          fileName="surrogate-hr"
          curves={hits}
          yDomain={[0, 'auto']}
          emptyText={waiting}
        />
      </div>
      <div className="panel">
        <LineChart
          title="Agreement with the victim"
          caption="Items of the victim's served list that the copy recommends too, in any order."
          xLabel="Queries (count)"
          yLabel={`Common items, top ${k} (share)`}
          fileName="agreement"
          curves={agreement}
          yDomain={[0, 'auto']}
          emptyText={waiting}
        />
      </div>
    </>
  );
}

/** A metric of the copies of the undefended and of the defended victim. */
function copies({ series }: CellData, metric: string) {
  const own = series[metric];
  const defended = series[`defended.${metric}`];
  return [
    ...(own ? [curve(metric, 'Copy of the undefended victim', phases.attacked, own)] : []),
    ...(defended
      ? [curve(`defended.${metric}`, 'Copy of the defended victim', phases.defended, defended)]
      : []),
  ];
}
