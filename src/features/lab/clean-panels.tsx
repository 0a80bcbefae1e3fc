import { useMemo } from 'react';
import { CellTable, placeOf } from '../../components/charts/cell-table.tsx';
import { curve } from '../../components/charts/experiment-lines.ts';
import { metricLabel } from '../../components/charts/metric-label.ts';
import { LineChart } from '../../components/charts/line-chart.tsx';
import { seriesStyle } from '../../components/charts/series-styles.ts';
import { sets } from './axis-kinds.ts';
import type { PanelProps } from './panel-props.ts';
import { protocolSentence } from './protocol-sentence.ts';

type RunProps = Pick<PanelProps, 'run'>;

/** A grid in which nothing is attacked, as a table: recommenders side by side, or datasets. */
export function CleanTable({ run }: RunProps) {
  if (!run || run.spec.attack || run.spec.axes.length === 0) return null;
  const { evaluation, repeats, axes } = run.spec;
  return (
    <div className="panel wide">
      <CellTable
        title={`By ${axes.map(({ name }) => name).join(' and ')}`}
        caption={
          evaluation.dataOnly
            ? 'Every dataset after its preparation and before any division. Long tail: the share of all clicks that the most popular tenth of the items gets, and the Gini coefficient (0 = all equally popular).'
            : protocolSentence(evaluation, repeats)
        }
        fileName={`by-${axes.map(({ name }) => name).join('-')}`}
        rows={run.cells}
        phase="clean"
        published={run.published}
      />
    </div>
  );
}

/** How much of the clicks the most popular items get, one curve a dataset. */
export function LongTailChart({ run }: RunProps) {
  const curves = useMemo(
    () =>
      (run?.cells ?? []).flatMap(({ data, at: place }, at) => {
        const label = placeOf({ at: place }) || 'this dataset';
        const series = data.series['data.popularity'];
        return series ? [curve(String(at), label, seriesStyle(at, label), series)] : [];
      }),
    [run?.cells],
  );
  return (
    <div className="panel wide">
      <LineChart
        title="The long tail"
        caption="The steeper the rise at the left, the more of all clicks a few popular items get; a straight line would be equal shares."
        xLabel="Most popular items (% of the catalogue)"
        yLabel="Clicks they get (share)"
        fileName="long-tail"
        curves={curves}
        yDomain={[0, 1]}
        emptyText="No data read yet. Press Run."
      />
    </div>
  );
}

/** Up to so many epochs a curve shows where it was measured. */
const fewEpochs = 12;

/** Recall after each epoch that was asked for, a curve a recommender, with what the paper reports at the end of training. */
export function EpochChart({ run }: RunProps) {
  const { evaluation, attack, axes = [] } = run?.spec ?? {};
  const metric = `recall@${evaluation?.cutoffs[0] ?? 10}`;
  const drawn = useMemo(
    () =>
      (run?.cells ?? []).flatMap((cell, at) => {
        const series = cell.data.series[`clean.${metric}`];
        const label = placeOf(cell) || 'this recommender';
        if (!series) return [];
        const dots = series.x.length <= fewEpochs;
        return [{ cell, curve: { ...curve(String(at), label, seriesStyle(at, label), series), dots } }];
      }),
    [run?.cells, metric],
  );
  const marks = useMemo(
    () =>
      drawn.flatMap(({ cell, curve: { label, x } }) =>
        (run?.published ?? [])
          .filter((mark) => mark.metric === metric && isAt(mark.at, cell.at))
          .map(({ value, source }) => ({ x: x.at(-1) ?? 0, value, label: `Published (${label})`, source })),
      ),
    [drawn, run?.published, metric],
  );
  const curves = useMemo(() => drawn.map((entry) => entry.curve), [drawn]);
  const asked = evaluation?.at?.of === 'epochs' || axes.some((axis) => sets(axis, 'evaluation.at'));
  if (!run || attack || !asked) return null;
  return (
    <div className="panel wide">
      <LineChart
        title="Quality over the epochs"
        caption="Recall on held-out items after each epoch that was asked for. A published number stands at the end of the training it belongs to."
        xLabel="Epoch (count)"
        yLabel={`${metricLabel(metric)} (share)`}
        fileName="recall-epochs"
        curves={curves}
        marks={marks}
        yDomain={[0, 'auto']}
        emptyText="No epoch is measured yet. Press Run."
      />
    </div>
  );
}

function isAt(mark: Readonly<Record<string, string>>, at: Readonly<Record<string, string>>): boolean {
  return Object.entries(mark).every(([axis, label]) => at[axis] === label);
}
