import { memo, useMemo, type ReactNode } from 'react';
import { Legend } from './legend.tsx';
import { PlotFrame } from './plot-frame.tsx';
import { phases } from './roles.ts';
import { tradeOffTable, type TradeOffPoint } from './trade-off.ts';
import { TradeOffPlot } from './trade-off-plot.tsx';

interface TradeOffPlaneProps {
  readonly title: string;
  readonly caption: ReactNode;
  readonly points: readonly TradeOffPoint[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly corner: string;
  readonly fileName: string;
  readonly controls?: ReactNode;
  readonly emptyText: string;
}

/** What each defense costs against what it prevents, with its frame. */
export const TradeOffPlane = memo(function TradeOffPlane({
  title,
  caption,
  points,
  xLabel,
  yLabel,
  corner,
  fileName,
  controls,
  emptyText,
}: TradeOffPlaneProps) {
  const table = useMemo(() => tradeOffTable(points, xLabel, yLabel), [points, xLabel, yLabel]);
  return (
    <PlotFrame
      title={title}
      caption={caption}
      fileName={fileName}
      table={table}
      controls={controls}
      empty={points.length > 0 ? undefined : emptyText}
      drawing="svg.trade-off"
      plot={(width) => (
        <TradeOffPlot
          title={title}
          points={points}
          xLabel={xLabel}
          yLabel={yLabel}
          corner={corner}
          width={width}
        />
      )}
      legend={
        <Legend
          as="point"
          entries={[
            { key: 'attacked', label: 'No defense', style: phases.attacked },
            { key: 'defended', label: 'Behind a defense', style: phases.defended },
          ]}
        />
      }
    />
  );
});
