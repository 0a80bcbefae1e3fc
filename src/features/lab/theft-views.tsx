import { useMemo } from 'react';
import { curve, type CellData } from '../../components/charts/experiment-lines.ts';
import { LineChart } from '../../components/charts/line-chart.tsx';
import { isAt } from '../../components/charts/cell-grid.ts';
import type { Curve } from '../../components/charts/curve.ts';
import { phases } from '../../components/charts/roles.ts';
import { seriesStyle } from '../../components/charts/series-styles.ts';
import { sets } from './axis-kinds.ts';
import { numericAxis } from './theft-sweep.ts';
import type { ShownCell, ShownRun } from './shown-run.ts';

interface TheftChartsProps {
  readonly run: ShownRun | undefined;
  readonly cell: ShownCell | undefined;
}

const none: readonly Curve[] = [];
const nothing: CellData = { series: {}, phases: {} };
const waiting = 'Nothing stolen yet. A point appears when the thief has trained a copy.';

/** How good the thief's copy is, by the number of queries. */
export function TheftCharts({ run, cell }: TheftChartsProps) {
  const k = run?.spec.evaluation.cutoffs[0] ?? 10;
  const data = cell?.data ?? nothing;
  const [hits, agreement] = useMemo(
    () =>
      [`surrogate.hr@${k}`, `agreement@${k}`].map(
        (metric) => byDefense(run, cell, metric) ?? copies(data, metric),
      ),
    [run, cell, data, k],
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
          curves={hits ?? none}
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
          curves={agreement ?? none}
          yDomain={[0, 'auto']}
          emptyText={waiting}
        />
      </div>
    </>
  );
}

/** By the looks of `seriesStyle`: those that no other copy has. */
const looks = [2, 0, 3, 4];

/** A metric of the copies under every answer to a thief, where an axis varies the defenses; undefined where none does. */
function byDefense(
  run: TheftChartsProps['run'],
  cell: TheftChartsProps['cell'],
  metric: string,
): readonly Curve[] | undefined {
  const axis = run?.spec.axes.find((one) => sets(one, 'defenses') && numericAxis(run.spec) !== one.name);
  if (!run || !axis) return undefined;
  const { [axis.name]: _, ...others } = cell?.at ?? {};
  const here = run.cells.filter(({ at }) => isAt(at, others));
  const open = here.flatMap(({ data }) => data.series[metric] ?? [])[0];
  const defended = here.flatMap(({ at, data }) => {
    const own = data.series[`defended.${metric}`];
    return own ? [{ label: `Copy under ${at[axis.name]}`, own }] : [];
  });
  return [
    ...(open ? [curve(metric, 'Copy without a defense', phases.attacked, open)] : []),
    ...defended.map(({ label, own }, at) =>
      curve(label, label, seriesStyle(looks[at % looks.length] ?? at, label), own),
    ),
  ];
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
