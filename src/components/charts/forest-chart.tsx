import { Skeleton } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { lazy, memo, Suspense, useMemo, useRef, type ReactNode } from 'react';
import { ErrorBoundary } from '../layout/error-boundary.tsx';
import { ChartFrame } from './chart-frame.tsx';
import type { ForestView } from './forest-views.ts';
import { Legend } from './legend.tsx';
import { phases } from './roles.ts';
import { svgPicture } from './svg-picture.ts';
import { useScheme } from './use-scheme.ts';

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
  const { ref, width } = useElementSize<HTMLDivElement>();
  const holder = useRef<HTMLDivElement>(null);
  const scheme = useScheme();
  const table = useMemo(() => tableOf(view), [view]);
  const over = new Set(view.groups.flatMap(({ pairs }) => pairs.map((pair) => pair.over)));
  return (
    <ChartFrame
      title={title}
      caption={caption}
      fileName={fileName}
      table={table}
      controls={controls}
      picture={(format) => svgPicture(holder.current, 'svg.recharts-surface', format, scheme)}
    >
      <ErrorBoundary area={`the chart "${title}"`}>
        <div ref={ref}>
          <div ref={holder}>
            <Suspense fallback={<Skeleton className="chart-area" />}>
              {width > 0 && <ForestPlot title={title} view={view} width={width} />}
            </Suspense>
          </div>
        </div>
      </ErrorBoundary>
      {over.size > 1 && (
        <Legend
          as="point"
          entries={[
            { key: 'repeats', label: 'Over repeats', style: phases.control },
            { key: 'users', label: 'Over users', style: { ...phases.control, shape: 'circle-open' } },
          ]}
        />
      )}
    </ChartFrame>
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
