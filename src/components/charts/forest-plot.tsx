import type { ReactNode } from 'react';
import {
  CartesianGrid,
  ComposedChart,
  ErrorBar,
  ReferenceLine,
  Scatter,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { ForestTip } from './forest-tip.tsx';
import type { ForestPair, ForestView } from './forest-views.ts';
import { formatMeasured, formatTick, roundTicks } from './format.ts';
import { fitted } from './grid-layout.ts';
import { RoleMark } from './role-mark.tsx';
import { usePlotStyle } from './use-plot-style.ts';

interface ForestPlotProps {
  readonly title: string;
  readonly view: ForestView;
  readonly width: number;
}

/** Below this width names stand above their intervals and not before them. */
const roomForNames = 560;

/** A line of the plot: the name of a metric, or a difference in it. */
interface Line {
  readonly key: string;
  readonly label: string;
  readonly pair?: ForestPair;
}

/** Differences as dots on their intervals, about a line at 0; a group of lines a metric. */
export function ForestPlot({ title, view, width }: ForestPlotProps) {
  const { scheme, colors, fontSize, words, margin, grid, across, tipOnBand } = usePlotStyle();
  const lines = view.groups.flatMap(({ metric, label, pairs }): Line[] => [
    { key: metric, label },
    ...pairs.map((pair) => ({ key: pair.key, label: pair.label, pair })),
  ]);
  const pairs = lines.flatMap(({ pair }) => pair ?? []);
  const beside = width >= roomForNames;
  const longest = Math.max(...lines.map(({ label }) => label.length));
  const names = beside ? Math.min(width * 0.42, longest * fontSize * 0.56 + 24) : 0;
  const numbers = beside ? Math.max(...pairs.map((pair) => inNumbers(pair).length)) * fontSize * 0.6 + 12 : 0;
  const lineHeight = fontSize * (beside ? 1.6 : 2.9);
  const plot = { ...margin, left: 4, right: Math.max(margin.right, numbers) };
  const least = Math.min(0, ...pairs.map(({ low }) => low));
  const most = Math.max(0, ...pairs.map(({ high }) => high));
  const reach = most - least || 1;
  const domain = [least - reach * 0.04, most + reach * 0.04] as const;
  const room = width - names - plot.left - plot.right;
  const rows = lines.map(({ key, pair }) => {
    const at = pair ? pairs.indexOf(pair) : -1;
    const error = pair && [pair.difference - pair.low, pair.high - pair.difference];
    return { key, ...(pair && { [`value${at}`]: pair.difference, [`error${at}`]: error }) };
  });
  const name = (place: { readonly y?: number | string; readonly payload?: { readonly value?: unknown } }) => {
    const line = lines.find(({ key }) => key === place.payload?.value);
    const y = Number(place.y) - (beside ? 0 : fontSize * 1.1);
    return line ? <g>{lineWords(line, y)}</g> : <g />;
  };
  const lineWords = ({ label, pair }: Line, y: number): ReactNode => {
    const halo = { stroke: colors.paper, strokeWidth: 3, paintOrder: 'stroke', dy: '0.35em' } as const;
    const before = pair ? 14 : 0;
    const left = (beside ? names : width - fontSize * 4) - before;
    return (
      <>
        <text
          {...halo}
          x={plot.left + before}
          y={pair || beside ? y : y + fontSize * 1.1}
          fontSize={fontSize}
          fontWeight={pair ? undefined : 650}
          fill={colors.text}
        >
          {fitted(label, left, fontSize * 0.82)}
        </text>
        {pair && (
          <text {...halo} {...words} x={width - 2} y={y} textAnchor="end">
            {beside ? inNumbers(pair) : aligned(pair.difference)}
          </text>
        )}
      </>
    );
  };
  return (
    <ComposedChart
      layout="vertical"
      data={rows}
      title={title}
      width={width}
      height={lines.length * lineHeight + plot.top + plot.bottom + fontSize * 2.3}
      margin={plot}
    >
      <CartesianGrid {...grid} horizontal={false} />
      <XAxis
        {...across(view.xLabel)}
        type="number"
        domain={[...domain]}
        ticks={[...roundTicks(...domain, Math.max(2, Math.floor(room / (fontSize * 6))))]}
        tickFormatter={formatTick}
      />
      <YAxis
        type="category"
        dataKey="key"
        interval={0}
        width={Math.max(1, names)}
        padding={{ top: lineHeight / 2, bottom: lineHeight / 2 }}
        axisLine={false}
        tickLine={false}
        tick={name}
      />
      <Tooltip {...tipOnBand} content={<ForestTip groups={view.groups} />} />
      <ReferenceLine x={0} stroke={colors.dim} />
      {pairs.map((pair, at) => (
        <Scatter
          key={pair.key}
          dataKey={`value${at}`}
          isAnimationActive={false}
          shape={({ cx, cy }: { cx?: number; cy?: number }) =>
            Number.isFinite(cx) && Number.isFinite(cy) ? (
              <RoleMark
                style={pair.style}
                scheme={scheme}
                x={cx as number}
                y={cy as number}
                hollow={pair.over === 'users' ? colors.paper : undefined}
              />
            ) : (
              <g />
            )
          }
        >
          <ErrorBar
            dataKey={`error${at}`}
            direction="x"
            width={pair.style.dash ? 0 : 3}
            strokeWidth={2}
            stroke={pair.style.color[scheme]}
            strokeDasharray={pair.style.dash}
            isAnimationActive={false}
          />
        </Scatter>
      ))}
    </ComposedChart>
  );
}

const aligned = (value: number) => formatMeasured(value, null, 1);
const inNumbers = ({ difference, low, high }: ForestPair) =>
  `${aligned(difference)} (${aligned(low)} to ${aligned(high)})`;
