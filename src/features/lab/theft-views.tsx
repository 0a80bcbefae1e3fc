import { useMemo } from 'react';
import { curve, type CellData } from '../../components/charts/experiment-lines.ts';
import { HeatMap } from '../../components/charts/heat-map.tsx';
import { LineChart } from '../../components/charts/line-chart.tsx';
import { phases } from '../../components/charts/roles.ts';
import { titledMatrix, type ShownCell, type ShownRun } from './shown-run.ts';
import { trainsWithGro } from './trains-with-gro.ts';
import { Watched } from './watched.tsx';

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

/** The maps that GRO shows, by the name that it gives them. */
const maps = [
  {
    name: 'swap matrix A',
    title: 'Served list, A',
    caption: 'Which item stands at which place of the list in work.',
    valueLabel: 'Item at the place (0 or 1)',
  },
  {
    name: 'gradient of the student’s loss by A',
    title: 'Gradient of the student’s loss by A',
    caption: 'How the imagined thief’s loss would change with each item at each place.',
    valueLabel: 'Loss per swap',
  },
  {
    name: 'swap matrix A′',
    title: 'Misleading list, A′',
    caption: 'The items that would hurt the imagined thief most: GRO pulls the victim there.',
    valueLabel: 'Item at the place (0 or 1)',
  },
] as const;

/** The swap matrices of a victim that is trained with GRO; nothing for other defenses. */
export function SwapMatrices({ run }: Pick<TheftChartsProps, 'run'>) {
  if (!trainsWithGro(run)) return null;
  return maps.map((map) => <SwapMap key={map.name} map={map} run={run} />);
}

interface SwapMapProps {
  readonly map: (typeof maps)[number];
  readonly run: ShownRun;
}

function SwapMap({ map: { name, ...words }, run: { views, titles } }: SwapMapProps) {
  const raw = views[`matrix:${name}`];
  const view = useMemo(() => titledMatrix(raw, titles), [raw, titles]);
  return (
    <Watched view="matrix" id={name}>
      <HeatMap
        {...words}
        xLabel="Item"
        yLabel="Place in the list (count)"
        fileName={name.replaceAll(/[^a-z0-9]+/gi, '-')}
        view={view}
        emptyText="It appears while a victim is trained with GRO."
      />
    </Watched>
  );
}
