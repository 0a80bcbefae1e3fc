import type { Ref } from 'react';
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatPercent } from './format.ts';
import { roles } from './roles.ts';
import { usePlotStyle } from './use-plot-style.ts';

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
  const { scheme, colors, margin, grid, across, upward, tipOnBand } = usePlotStyle();
  return (
    <div className="chart-area" ref={holder}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 480, height: 272 }}>
        <BarChart data={[...bins]} title={title} margin={{ ...margin, right: 12 }} barGap={1}>
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
          <CartesianGrid {...grid} vertical={false} />
          <XAxis {...across(xLabel)} dataKey="label" />
          <YAxis {...upward(yLabel)} tickCount={4} tickFormatter={formatPercent} />
          <Tooltip {...tipOnBand} formatter={(share, name) => [formatPercent(Number(share)), name]} />
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
