import { useMemo } from 'react';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { pointOf, type Curve } from './curve.ts';
import { formatTick } from './format.ts';
import { LineTip } from './line-tip.tsx';
import { guessing } from './roles.ts';
import { usePlotStyle } from './use-plot-style.ts';

export type RateAxis = 'linear' | 'log';

interface RocPlotProps {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly curves: readonly Curve[];
  readonly axis: RateAxis;
}

/** The lowest rate that the logarithmic axis shows. */
const lowest = 0.001;
/** The rate at which detectors are compared. */
const usualRate = 0.01;
const ticks: { readonly [A in RateAxis]: number[] } = {
  linear: [0, 0.2, 0.4, 0.6, 0.8, 1],
  log: [0.001, 0.01, 0.1, 1],
};

type Row = Record<string, number | readonly [number, number] | null>;

/** ROC curves with bands, the line of guessing and the usual rate (recharts). A curve is a staircase: nothing is interpolated. */
export function RocPlot({ title, xLabel, yLabel, curves, axis }: RocPlotProps) {
  const { scheme, colors, margin, grid, across, upward, tipAtLine } = usePlotStyle();
  const rows = useMemo(() => rowsOf(curves, axis), [curves, axis]);
  return (
    <div className="chart-area">
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 480, height: 272 }}>
        <ComposedChart data={rows} title={title} margin={margin}>
          <CartesianGrid {...grid} />
          <XAxis
            {...across(xLabel)}
            dataKey="x"
            type="number"
            scale={axis}
            domain={axis === 'log' ? [lowest, 1] : [0, 1]}
            allowDataOverflow
            tickFormatter={formatTick}
            ticks={ticks[axis]}
            interval={0}
          />
          <YAxis
            {...upward(yLabel)}
            ticks={[0, 0.25, 0.5, 0.75, 1]}
            tickFormatter={formatTick}
            domain={[0, 1]}
          />
          <Tooltip {...tipAtLine} content={<LineTip xLabel={xLabel} curves={curves} levels={[]} />} />
          <ReferenceLine x={usualRate} stroke={colors.dim} strokeDasharray="2 4" />
          <Line
            dataKey="chance"
            name={guessing.label}
            stroke={guessing.color[scheme]}
            strokeDasharray={guessing.dash}
            strokeWidth={1.5}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
          {curves.map(
            (curve) =>
              curve.values.length > 1 && (
                <Area
                  key={`${curve.key}-band`}
                  dataKey={`${curve.key}~range`}
                  type="stepAfter"
                  stroke="none"
                  fill={curve.style.color[scheme]}
                  fillOpacity={0.16}
                  isAnimationActive={false}
                  activeDot={false}
                />
              ),
          )}
          {curves.map((curve) => (
            <Line
              key={curve.key}
              dataKey={curve.key}
              name={curve.label}
              type="stepAfter"
              stroke={curve.style.color[scheme]}
              strokeWidth={2.25}
              strokeDasharray={curve.style.dash}
              dot={false}
              isAnimationActive={false}
            />
          ))}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

/** One row a rate: means under the curve's key, ranges under `key~range`. A rate of 0 has no place on a logarithmic axis. */
function rowsOf(curves: readonly Curve[], axis: RateAxis): Row[] {
  const rows = new Map<number, Row>();
  for (const curve of curves) {
    curve.x.forEach((x, at) => {
      if (axis === 'log' && x < lowest) return;
      const row = rows.get(x) ?? { x, chance: x };
      const { mean, low, high } = pointOf(curve, at);
      row[curve.key] = mean;
      row[`${curve.key}~range`] = low === null || high === null ? null : [low, high];
      rows.set(x, row);
    });
  }
  return [...rows.values()].sort((a, b) => Number(a['x']) - Number(b['x']));
}
