import type { Data, Layout } from 'plotly.js';
import { memo, useMemo, useRef, type ReactNode } from 'react';
import type { PointsView, Role } from '../../core/contracts.ts';
import { ErrorBoundary } from '../layout/error-boundary.tsx';
import { ChartFrame } from './chart-frame.tsx';
import type { ChartTable } from './data-table.tsx';
import { Legend } from './legend.tsx';
import { PlotlyPlot, plotlyPicture } from './plotly-plot.tsx';
import { ink, roles, type Scheme } from './roles.ts';
import { chartFontSize, useScheme } from './use-scheme.ts';

interface PointMapProps {
  readonly title: string;
  readonly caption: ReactNode;
  readonly fileName: string;
  readonly view: PointsView | undefined;
  readonly emptyText: string;
  readonly controls?: ReactNode;
}

/** Later roles are drawn over earlier ones. */
const drawOrder: readonly Role[] = ['genuine', 'non-member', 'member', 'captured', 'fake', 'target'];
const sizes: { readonly [R in Role]: number } = {
  genuine: 5,
  fake: 9,
  target: 15,
  captured: 9,
  member: 6,
  'non-member': 7,
};

/** Users or items in the plane, each role with its colour and shape; WebGL, so thousands of points move freely. */
export const PointMap = memo(function PointMap({
  title,
  caption,
  fileName,
  view,
  emptyText,
  controls,
}: PointMapProps) {
  const holder = useRef<HTMLDivElement>(null);
  const scheme = useScheme();
  const present = useMemo(() => drawOrder.filter((role) => view?.roles.includes(role)), [view]);
  const data = useMemo<Data[]>(
    () => (view ? present.map((role) => pointTrace(view, role, scheme)) : []),
    [view, present, scheme],
  );
  const layout = useMemo<Partial<Layout>>(() => {
    const [first, second] = view?.method === 'tsne' ? ['t-SNE 1', 't-SNE 2'] : ['Component 1', 'Component 2'];
    const axis = { showgrid: true, gridcolor: ink[scheme].grid, zeroline: false, showticklabels: false };
    return {
      xaxis: { ...axis, title: { text: `${first} (no unit)`, font: { size: chartFontSize() } } },
      yaxis: { ...axis, title: { text: `${second} (no unit)`, font: { size: chartFontSize() } } },
      margin: { l: 30, r: 8, t: 8, b: 36 },
      uirevision: view?.name ?? '',
    };
  }, [view?.method, view?.name, scheme]);
  const table = useMemo(() => pointTable(view), [view]);
  return (
    <ChartFrame
      title={title}
      caption={caption}
      table={table}
      fileName={fileName}
      empty={view && view.roles.length > 0 ? undefined : emptyText}
      controls={controls}
      picture={(format) => plotlyPicture(holder.current, format)}
    >
      <ErrorBoundary area={`the chart "${title}"`}>
        {view && (
          <PlotlyPlot
            data={data}
            layout={layout}
            holder={holder}
            label={`${title}: ${present.map((role) => `${countOf(view, role)} ${roles[role].label.toLowerCase()}s`).join(', ')}`}
          />
        )}
      </ErrorBoundary>
      <Legend
        as="point"
        entries={present.map((role) => ({ key: role, label: roles[role].label, style: roles[role] }))}
      />
    </ChartFrame>
  );
});

function pointTrace(view: PointsView, role: Role, scheme: Scheme): Data {
  const style = roles[role];
  const x: number[] = [];
  const y: number[] = [];
  const text: string[] = [];
  view.roles.forEach((given, at) => {
    if (given !== role) return;
    x.push(view.xy[2 * at] ?? 0);
    y.push(view.xy[2 * at + 1] ?? 0);
    text.push(`${style.label}: ${view.labels[at] ?? at + 1}`);
  });
  return {
    type: 'scattergl',
    mode: 'markers',
    name: style.label,
    x,
    y,
    text,
    hoverinfo: 'text',
    marker: {
      color: style.color[scheme],
      symbol: style.shape,
      size: sizes[role],
      opacity: role === 'genuine' && scheme === 'light' ? 0.7 : 1,
      line: {
        width: role === 'target' || style.outline ? 1 : 0,
        color: role === 'target' ? ink[scheme].paper : (style.outline ?? style.color[scheme]),
      },
    },
  };
}

function countOf(view: PointsView, role: Role): number {
  return view.roles.reduce((count, given) => count + (given === role ? 1 : 0), 0);
}

function pointTable(view: PointsView | undefined): ChartTable {
  const columns = ['Point', 'Role', 'First axis', 'Second axis'];
  if (!view) return { columns, rows: [] };
  const rows = view.roles.map((role, at) => [
    view.labels[at] ?? String(at + 1),
    roles[role].label,
    view.xy[2 * at] ?? null,
    view.xy[2 * at + 1] ?? null,
  ]);
  return { columns, rows, note: `step ${view.step}` };
}
