import type { Ref } from 'react';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatPercent } from './format.ts';
import { ink, roles } from './roles.ts';
import { chartFontSize, useScheme } from './use-scheme.ts';

export interface ShareBin {
  readonly label: string;
  readonly genuine: number;
  readonly fake: number;
}

interface BarPlotProps {
  readonly title: string;
  readonly bins: readonly ShareBin[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly holder: Ref<HTMLDivElement>;
}

/** Shares of genuine and fake clicks side by side; fake bars are hatched, the second cue beside their colour. */
export function BarPlot({ title, bins, xLabel, yLabel, holder }: BarPlotProps) {
  const scheme = useScheme();
  const colors = ink[scheme];
  const fontSize = chartFontSize();
  const tick = { fill: colors.dim, fontSize };
  const axisLabel = { fill: colors.dim, fontSize };
  return (
    <div className="chart-area" ref={holder}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 480, height: 272 }}>
        <BarChart
          data={[...bins]}
          title={title}
          margin={{ top: 10, right: 12, bottom: fontSize + 9, left: 18 }}
          barGap={1}
        >
          <defs>
            <pattern
              id="fake-hatch"
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="6" height="6" fill={roles.fake.color[scheme]} />
              <line x1="0" y1="0" x2="0" y2="6" stroke={colors.paper} strokeWidth="2" />
            </pattern>
          </defs>
          <CartesianGrid stroke={colors.grid} vertical={false} />
          <XAxis
            dataKey="label"
            tick={tick}
            stroke={colors.grid}
            tickLine={false}
            label={{ ...axisLabel, value: xLabel, position: 'insideBottom', offset: -14 }}
          />
          <YAxis
            tick={tick}
            tickCount={4}
            width={fontSize * 4.4}
            axisLine={false}
            tickLine={false}
            tickFormatter={formatPercent}
            label={{
              ...axisLabel,
              value: yLabel,
              angle: -90,
              position: 'insideLeft',
              offset: -10,
              style: { textAnchor: 'middle' },
            }}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: colors.grid, fillOpacity: 0.4 }}
            formatter={(share, name) => [formatPercent(Number(share)), name]}
            contentStyle={{ background: colors.paper, borderColor: colors.grid, color: colors.text }}
            itemStyle={{ color: colors.text }}
          />
          <Bar
            dataKey="genuine"
            name="Genuine clicks"
            fill={roles.genuine.color[scheme]}
            isAnimationActive={false}
          />
          <Bar dataKey="fake" name="Fake clicks" fill="url(#fake-hatch)" isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
