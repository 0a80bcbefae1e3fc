import { lazy, memo, useId, useMemo, type ReactNode } from 'react';
import { barTable, type BarSeries } from './bar-series.ts';
import { BarTexture } from './bar-texture.tsx';
import { PlotFrame } from './plot-frame.tsx';
import { ink } from './roles.ts';
import { useScheme } from './use-scheme.ts';

const GroupedBarPlot = lazy(async () => ({
  default: (await import('./grouped-bar-plot.tsx')).GroupedBarPlot,
}));

interface GroupedBarsProps {
  readonly title: string;
  readonly caption: ReactNode;
  readonly groupName: string;
  readonly groups: readonly string[];
  readonly series: readonly BarSeries[];
  readonly yLabel: string;
  readonly fileName: string;
  readonly controls?: ReactNode;
  readonly emptyText: string;
}

/** Bars of several series in groups, with their frame. */
export const GroupedBars = memo(function GroupedBars({
  title,
  caption,
  groupName,
  groups,
  series,
  yLabel,
  fileName,
  controls,
  emptyText,
}: GroupedBarsProps) {
  const table = useMemo(() => barTable(groupName, groups, series), [groupName, groups, series]);
  return (
    <PlotFrame
      title={title}
      caption={caption}
      fileName={fileName}
      table={table}
      controls={controls}
      empty={series.length > 0 ? undefined : emptyText}
      drawing="svg.recharts-surface"
      plot={() => (
        <GroupedBarPlot title={title} groups={groups} series={series} xLabel={groupName} yLabel={yLabel} />
      )}
      legend={
        <ul className="chart-legend" aria-label="Legend">
          {series.map((one) => (
            <li key={one.key}>
              <BarSign series={one} />
              {one.label}
            </li>
          ))}
        </ul>
      }
    />
  );
});

function BarSign({ series: { texture, style } }: { readonly series: BarSeries }) {
  const id = useId();
  const scheme = useScheme();
  const color = style.color[scheme];
  return (
    <svg width="18" height="14" aria-hidden="true" focusable="false">
      <defs>
        <BarTexture id={id} texture={texture} color={color} paper={ink[scheme].paper} />
      </defs>
      <rect x="1" y="1" width="16" height="12" fill={`url(#${id})`} stroke={color} />
    </svg>
  );
}
