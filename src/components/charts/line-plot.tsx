import { useMemo, type Ref } from 'react';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  ErrorBar,
  Line,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { pointOf, thinned, type Curve, type Level, type PublishedMark } from './curve.ts';
import { formatTick, formatValue, roundTicks } from './format.ts';
import { LineTip } from './line-tip.tsx';
import { published } from './roles.ts';
import { usePlotStyle } from './use-plot-style.ts';

export interface LinePlotProps {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly curves: readonly Curve[];
  readonly levels: readonly Level[];
  readonly marks: readonly PublishedMark[];
  /** Lowest and highest value of the vertical axis; data decide where absent. */
  readonly yDomain?: readonly [number | 'auto', number | 'auto'] | undefined;
  /** log: places are apart by their ratio, and each is named. */
  readonly xScale?: 'linear' | 'log' | undefined;
  readonly holder: Ref<HTMLDivElement>;
}

type Row = Record<string, number | readonly [number, number] | null>;

const ends: Row[] = [{ x: 0 }, { x: 1 }];

/** Curves with bands, levels and published marks (recharts). Loaded only when a chart is on the page. */
export function LinePlot(props: LinePlotProps) {
  const { title, xLabel, yLabel, curves, levels, marks, yDomain, xScale = 'linear', holder } = props;
  const { scheme, colors, margin, grid, across, upward, tipAtLine } = usePlotStyle();
  const shown = useMemo(() => curves.map((curve) => thinned(curve)), [curves]);
  const measured = useMemo(() => rowsOf(shown), [shown]);
  const places = [...measured.map((row) => Number(row['x'])), ...marks.map((mark) => mark.x)];
  // Levels alone need some width to be lines.
  const rows = places.length > 0 ? measured : ends;
  return (
    <div className="chart-area" ref={holder}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 480, height: 272 }}>
        <ComposedChart data={rows} title={title} margin={margin}>
          <CartesianGrid {...grid} vertical={false} />
          <XAxis
            {...across(xLabel)}
            dataKey="x"
            type="number"
            domain={['dataMin', 'dataMax']}
            tickFormatter={formatTick}
            scale={xScale}
            ticks={
              xScale === 'log'
                ? places
                : [...roundTicks(Math.min(...places), Math.max(...places)).filter(Number.isInteger)]
            }
          />
          <YAxis
            {...upward(yLabel)}
            tickCount={4}
            tickFormatter={formatTick}
            domain={yDomain ? [...yDomain] : ['auto', 'auto']}
            ticks={yDomain?.join() === '0,1' ? [0, 0.25, 0.5, 0.75, 1] : undefined}
          />
          <Tooltip {...tipAtLine} content={<LineTip xLabel={xLabel} curves={shown} levels={levels} />} />
          {shown.map(
            (curve) =>
              curve.values.length > 1 && (
                <Area
                  key={`${curve.key}-band`}
                  dataKey={`${curve.key}~range`}
                  stroke="none"
                  fill={curve.style.color[scheme]}
                  fillOpacity={0.16}
                  isAnimationActive={false}
                  activeDot={false}
                  connectNulls
                />
              ),
          )}
          {levels.map((level) => (
            <ReferenceLine
              key={level.key}
              y={level.value}
              ifOverflow="extendDomain"
              stroke={level.style.color[scheme]}
              strokeWidth={1.75}
              strokeDasharray={level.style.dash}
            />
          ))}
          {shown.map((curve) => (
            <Line
              key={curve.key}
              dataKey={curve.key}
              name={curve.label}
              stroke={curve.style.color[scheme]}
              strokeWidth={2.25}
              strokeDasharray={curve.style.dash}
              dot={
                curve.x.length < 2 || curve.dots
                  ? { r: 3.5, fill: curve.style.color[scheme], strokeDasharray: '0' }
                  : false
              }
              isAnimationActive={false}
              connectNulls
            >
              {curve.intervals && (
                <ErrorBar
                  dataKey={`${curve.key}~interval`}
                  direction="y"
                  width={4}
                  stroke={curve.style.color[scheme]}
                  strokeWidth={1.5}
                  isAnimationActive={false}
                />
              )}
            </Line>
          ))}
          {marks.map((mark) => (
            <ReferenceDot
              key={`${mark.x}/${mark.value}/${mark.label}`}
              x={mark.x}
              y={mark.value}
              ifOverflow="extendDomain"
              shape={(place: { cx?: number; cy?: number }) => (
                <PublishedDiamond
                  {...place}
                  mark={mark}
                  color={published.color[scheme]}
                  ground={colors.paper}
                />
              )}
            />
          ))}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

interface PublishedDiamondProps {
  readonly cx?: number;
  readonly cy?: number;
  readonly mark: PublishedMark;
  readonly color: string;
  readonly ground: string;
}

function PublishedDiamond({ cx = 0, cy = 0, mark, color, ground }: PublishedDiamondProps) {
  const edge = 7;
  return (
    <path
      d={`M${cx} ${cy - edge}L${cx + edge} ${cy}L${cx} ${cy + edge}L${cx - edge} ${cy}Z`}
      fill={ground}
      stroke={color}
      strokeWidth={2}
    >
      <title>{`${mark.label}: ${formatValue(mark.value)}. ${mark.source}`}</title>
    </path>
  );
}

/** One row a place: means under the curve's key, ranges under `key~range`, arms of intervals under `key~interval`. */
function rowsOf(curves: readonly Curve[]): Row[] {
  const rows = new Map<number, Row>();
  for (const curve of curves) {
    curve.x.forEach((x, at) => {
      const row = rows.get(x) ?? { x };
      const { mean, low, high } = pointOf(curve, at);
      row[curve.key] = mean;
      row[`${curve.key}~range`] = low === null || high === null ? null : [low, high];
      const interval = curve.intervals?.[at];
      // The chart wants both arms as lengths.
      if (interval && mean !== null)
        row[`${curve.key}~interval`] = [Math.max(0, mean - interval[0]), Math.max(0, interval[1] - mean)];
      rows.set(x, row);
    });
  }
  return [...rows.values()].sort((a, b) => Number(a['x']) - Number(b['x']));
}
