import { useId } from 'react';
import { Bar, BarChart, CartesianGrid, ErrorBar, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { barOf, type BarSeries } from './bar-series.ts';
import { BarTexture } from './bar-texture.tsx';
import { formatValue } from './format.ts';
import { usePlotStyle } from './use-plot-style.ts';

interface GroupedBarPlotProps {
  readonly title: string;
  readonly groups: readonly string[];
  readonly series: readonly BarSeries[];
  readonly xLabel: string;
  readonly yLabel: string;
}

/** Bars side by side in groups, with error bars from the least to the greatest repeat. */
export function GroupedBarPlot({ title, groups, series, xLabel, yLabel }: GroupedBarPlotProps) {
  const id = useId();
  const { scheme, colors, margin, grid, across, upward, tipOnBand } = usePlotStyle();
  const rows = groups.map((group, at) => ({
    group,
    ...Object.fromEntries(
      series.flatMap(({ key, values }) => {
        const { mean, low, high } = barOf(values[at] ?? []);
        const error = mean === null || low === null || high === null ? null : [mean - low, high - mean];
        return [
          [key, mean],
          [`${key}~error`, (values[at] ?? []).length > 1 ? error : null],
        ];
      }),
    ),
  }));
  return (
    <div className="chart-area">
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 480, height: 272 }}>
        <BarChart data={rows} title={title} margin={{ ...margin, right: 12 }} barGap={2} barCategoryGap="18%">
          <defs>
            {series.map(({ key, texture, style }) => (
              <BarTexture
                key={key}
                id={`${id}-${key}`}
                texture={texture}
                color={style.color[scheme]}
                paper={colors.paper}
              />
            ))}
          </defs>
          <CartesianGrid {...grid} vertical={false} />
          <XAxis {...across(xLabel)} dataKey="group" interval={0} />
          <YAxis {...upward(yLabel)} tickCount={5} tickFormatter={formatValue} />
          <Tooltip {...tipOnBand} formatter={(value, name) => [formatValue(Number(value)), name]} />
          {series.map(({ key, label, style }) => (
            <Bar
              key={key}
              dataKey={key}
              name={label}
              fill={`url(#${id}-${key})`}
              stroke={style.color[scheme]}
              isAnimationActive={false}
            >
              <ErrorBar
                dataKey={`${key}~error`}
                width={5}
                strokeWidth={1.5}
                stroke={colors.text}
                isAnimationActive={false}
              />
            </Bar>
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
