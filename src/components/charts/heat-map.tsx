import type { Data, Layout } from 'plotly.js';
import { memo, useMemo, useRef, type ReactNode } from 'react';
import type { MatrixView } from '../../core/contracts.ts';
import { ErrorBoundary } from '../layout/error-boundary.tsx';
import { ChartFrame } from './chart-frame.tsx';
import type { ChartTable } from './data-table.tsx';
import { formatValue } from './format.ts';
import { PlotlyPlot, plotlyPicture } from './plotly-plot.tsx';
import { diverging, ink } from './roles.ts';
import { chartFontSize, useScheme } from './use-scheme.ts';

interface HeatMapProps {
  readonly title: string;
  readonly caption: ReactNode;
  readonly xLabel: string;
  readonly yLabel: string;
  /** What a cell's number is, with its unit: the title of the colour scale. */
  readonly valueLabel: string;
  readonly fileName: string;
  readonly view: MatrixView | undefined;
  readonly emptyText: string;
}

/** A matrix as colours: viridis, or blue-white-red centred on 0, the scale always shown. */
export const HeatMap = memo(function HeatMap({
  title,
  caption,
  xLabel,
  yLabel,
  valueLabel,
  fileName,
  view,
  emptyText,
}: HeatMapProps) {
  const holder = useRef<HTMLDivElement>(null);
  const scheme = useScheme();
  const table = useMemo(() => matrixTable(view, yLabel), [view, yLabel]);
  const data = useMemo<Data[]>(() => (view ? [heatTrace(view, valueLabel)] : []), [view, valueLabel]);
  const layout = useMemo<Partial<Layout>>(() => {
    const axis = {
      showgrid: false,
      zeroline: false,
      ticks: '' as const,
      linecolor: ink[scheme].grid,
      showticklabels: false,
    };
    return {
      xaxis: { ...axis, title: { text: xLabel, font: { size: chartFontSize() } } },
      yaxis: {
        ...axis,
        title: { text: yLabel, font: { size: chartFontSize() } },
        autorange: 'reversed' as const,
      },
      margin: { l: 36, r: 8, t: 8, b: 36 },
    };
  }, [xLabel, yLabel, scheme]);
  const { least, greatest } = useMemo(() => rangeOf(view), [view]);
  return (
    <ChartFrame
      title={title}
      caption={caption}
      table={table}
      fileName={fileName}
      empty={view && view.values.length > 0 ? undefined : emptyText}
      picture={(format) => plotlyPicture(holder.current, format)}
    >
      <ErrorBoundary area={`the chart "${title}"`}>
        {view && (
          <PlotlyPlot
            data={data}
            layout={layout}
            holder={holder}
            label={`${title}: ${view.rows} by ${view.columns}, from ${formatValue(least)} to ${formatValue(greatest)}`}
          />
        )}
      </ErrorBoundary>
    </ChartFrame>
  );
});

function heatTrace(view: MatrixView, valueLabel: string): Data {
  const z = Array.from({ length: view.rows }, (_, row) =>
    Array.from(view.values.subarray(row * view.columns, (row + 1) * view.columns)),
  );
  const reach = reachOf(view.values);
  const text = z.map((row, r) =>
    row.map(
      (value, c) =>
        `${labelAt(view.rowLabels, r)}<br>${labelAt(view.columnLabels, c)}<br>${formatValue(value)}`,
    ),
  );
  return {
    type: 'heatmap',
    z,
    text,
    hoverinfo: 'text',
    ...(view.scale === 'diverging'
      ? {
          colorscale: diverging.map(([at, color]) => [at, color] as [number, string]),
          zmin: -reach,
          zmax: reach,
          colorbar: {
            ...scaleBar(valueLabel),
            tickvals: [-reach, 0, reach],
            ticktext: [`≤ ${formatValue(-reach)}`, '0', `≥ ${formatValue(reach)}`],
          },
        }
      : { colorscale: 'Viridis', colorbar: { ...scaleBar(valueLabel), nticks: 3 } }),
  };
}

function scaleBar(title: string) {
  return {
    title: { text: title, side: 'right' as const, font: { size: chartFontSize() } },
    thickness: 12,
    outlinewidth: 0,
  };
}

/** Magnitude that 99 in 100 entries stay below: a few giants must not wash out the rest; what lies beyond takes the end colour. */
function reachOf(values: Float32Array): number {
  const sizes = values.map(Math.abs).sort();
  return Math.max(sizes[Math.floor(0.99 * (sizes.length - 1))] ?? 0, (sizes.at(-1) ?? 0) / 1000, 1e-30);
}

function labelAt(labels: readonly string[], at: number): string {
  return labels[at] ?? String(at + 1);
}

function rangeOf(view: MatrixView | undefined): { least: number; greatest: number } {
  let least = Infinity;
  let greatest = -Infinity;
  for (const value of view?.values ?? []) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return least > greatest ? { least: 0, greatest: 0 } : { least, greatest };
}

/** Rows as the matrix has them; the first column names the row. */
function matrixTable(view: MatrixView | undefined, rowName: string): ChartTable {
  if (!view) return { columns: [rowName], rows: [] };
  const columns = Array.from(
    { length: view.columns },
    (_, at) => `${at + 1}. ${labelAt(view.columnLabels, at)}`,
  );
  const rows = Array.from({ length: view.rows }, (_, row) => [
    labelAt(view.rowLabels, row),
    ...view.values.subarray(row * view.columns, (row + 1) * view.columns),
  ]);
  return { columns: [rowName, ...columns], rows };
}
