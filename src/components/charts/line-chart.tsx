import { Skeleton } from '@mantine/core';
import { useInViewport } from '@mantine/hooks';
import { lazy, memo, Suspense, useMemo, useRef, type ReactNode } from 'react';
import { ErrorBoundary } from '../layout/error-boundary.tsx';
import { ChartFrame } from './chart-frame.tsx';
import type { Curve, Level, PublishedMark } from './curve.ts';
import { curveTable } from './curve-table.ts';
import { useDrawn } from './draw-queue.ts';
import { Legend } from './legend.tsx';
import { published } from './roles.ts';
import { svgPicture } from './svg-picture.ts';
import { useScheme } from './use-scheme.ts';

const LinePlot = lazy(async () => ({ default: (await import('./line-plot.tsx')).LinePlot }));

interface LineChartProps {
  readonly title: string;
  readonly caption: ReactNode;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly fileName: string;
  readonly curves: readonly Curve[];
  readonly levels?: readonly Level[];
  readonly marks?: readonly PublishedMark[];
  readonly yDomain?: readonly [number | 'auto', number | 'auto'];
  readonly xScale?: 'linear' | 'log';
  readonly controls?: ReactNode;
  /** What to say while there is no point to draw. */
  readonly emptyText: string;
}

const noLevels: readonly Level[] = [];
const noMarks: readonly PublishedMark[] = [];

/** Curves over steps, with their frame. Drawn anew only when what it draws has changed. */
export const LineChart = memo(function LineChart({
  title,
  caption,
  xLabel,
  yLabel,
  fileName,
  curves,
  levels = noLevels,
  marks = noMarks,
  yDomain,
  xScale,
  controls,
  emptyText,
}: LineChartProps) {
  const holder = useRef<HTMLDivElement>(null);
  const { ref: place, inViewport } = useInViewport<HTMLDivElement>();
  const drawing = useMemo(() => ({ curves, levels, marks }), [curves, levels, marks]);
  const drawn = useDrawn(drawing, inViewport);
  const scheme = useScheme();
  const table = useMemo(
    () => curveTable({ xName: xLabel, curves, levels, marks }),
    [xLabel, curves, levels, marks],
  );
  const empty = curves.every((curve) => curve.x.length === 0) && levels.length === 0;
  const legend = [
    ...curves.map(({ key, label, style }) => ({ key, label, style })),
    ...levels.map(({ key, label, style }) => ({ key: `level-${key}`, label, style })),
  ];
  return (
    <ChartFrame
      title={title}
      caption={caption}
      table={table}
      fileName={fileName}
      empty={empty ? emptyText : undefined}
      controls={controls}
      picture={(format) => svgPicture(holder.current, 'svg.recharts-surface', format, scheme)}
    >
      <div ref={place}>
        <ErrorBoundary area={`the chart "${title}"`}>
          <Suspense fallback={<Skeleton className="chart-area" />}>
            <LinePlot
              title={title}
              xLabel={xLabel}
              yLabel={yLabel}
              curves={drawn.curves}
              levels={drawn.levels}
              marks={drawn.marks}
              yDomain={yDomain}
              xScale={xScale}
              holder={holder}
            />
          </Suspense>
        </ErrorBoundary>
      </div>
      <Legend as="line" entries={legend} />
      {marks.length > 0 && (
        <Legend
          as="point"
          entries={[{ key: 'published', label: 'Published (hover for the source)', style: published }]}
        />
      )}
    </ChartFrame>
  );
}, sameDrawing);

function sameDrawing(before: LineChartProps, after: LineChartProps): boolean {
  const { curves, levels = noLevels, marks = noMarks, yDomain, ...texts } = before;
  const {
    curves: curves2,
    levels: levels2 = noLevels,
    marks: marks2 = noMarks,
    yDomain: domain2,
    ...texts2
  } = after;
  return (
    same(
      curves,
      curves2,
      (a, b) =>
        a.key === b.key &&
        a.x === b.x &&
        a.values === b.values &&
        a.intervals === b.intervals &&
        a.label === b.label,
    ) &&
    same(levels, levels2, (a, b) => a.key === b.key && a.value === b.value) &&
    same(marks, marks2, (a, b) => a.x === b.x && a.value === b.value && a.label === b.label) &&
    yDomain?.join() === domain2?.join() &&
    Object.entries(texts).every(([key, value]) => texts2[key as keyof typeof texts2] === value)
  );
}

function same<T>(a: readonly T[], b: readonly T[], equal: (a: T, b: T) => boolean): boolean {
  return a.length === b.length && a.every((one, at) => equal(one, b[at] as T));
}
