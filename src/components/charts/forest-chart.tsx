import { lazy, memo, useMemo, type ReactNode } from 'react';
import type { ForestView } from './forest-views.ts';
import { Legend } from './legend.tsx';
import { PlotFrame } from './plot-frame.tsx';
import { phases } from './roles.ts';

const ForestPlot = lazy(async () => ({ default: (await import('./forest-plot.tsx')).ForestPlot }));

interface ForestChartProps {
  readonly title: string;
  readonly caption: ReactNode;
  readonly view: ForestView;
  readonly fileName: string;
  readonly controls?: ReactNode;
}

/** Paired differences of phases with their intervals (a forest plot), with its frame. */
export const ForestChart = memo(function ForestChart(props: ForestChartProps) {
  const { title, caption, view, fileName, controls } = props;
  const table = useMemo(() => tableOf(view), [view]);
  const over = new Set(view.groups.flatMap(({ pairs }) => pairs.map((pair) => pair.over)));
  return (
    <PlotFrame
      title={title}
      caption={caption}
      fileName={fileName}
      table={table}
      controls={controls}
      drawing="svg.recharts-surface"
      plot={(width) => <ForestPlot title={title} view={view} width={width} />}
      legend={
        over.size > 1 && (
          <Legend
            as="point"
            entries={[
              { key: 'repeats', label: 'Over repeats', style: phases.control },
              { key: 'users', label: 'Over users', style: { ...phases.control, shape: 'circle-open' } },
            ]}
          />
        )
      }
    />
  );
});

function tableOf({ groups }: ForestView) {
  return {
    columns: ['Metric', 'Phases', 'Difference', '95% interval from', 'to', 'p', 'Over'],
    rows: groups.flatMap(({ metric, pairs }) =>
      pairs.map(({ label, difference, low, high, p, over }) => [
        metric,
        label,
        difference,
        low,
        high,
        p,
        over,
      ]),
    ),
  };
}
