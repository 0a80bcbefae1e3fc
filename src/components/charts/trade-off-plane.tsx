import { useElementSize } from '@mantine/hooks';
import { memo, useMemo, useRef, type ReactNode } from 'react';
import { ErrorBoundary } from '../layout/error-boundary.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { Legend } from './legend.tsx';
import { phases } from './roles.ts';
import { svgPicture } from './svg-picture.ts';
import { tradeOffTable, type TradeOffPoint } from './trade-off.ts';
import { TradeOffPlot } from './trade-off-plot.tsx';
import { useScheme } from './use-scheme.ts';

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
  const { ref, width } = useElementSize<HTMLDivElement>();
  const holder = useRef<HTMLDivElement>(null);
  const scheme = useScheme();
  const table = useMemo(() => tradeOffTable(points, xLabel, yLabel), [points, xLabel, yLabel]);
  return (
    <ChartFrame
      title={title}
      caption={caption}
      fileName={fileName}
      table={table}
      controls={controls}
      empty={points.length > 0 ? undefined : emptyText}
      picture={(format) => svgPicture(holder.current, 'svg.trade-off', format, scheme)}
    >
      <ErrorBoundary area={`the chart "${title}"`}>
        <div ref={ref}>
          {width > 0 && (
            <TradeOffPlot
              title={title}
              points={points}
              xLabel={xLabel}
              yLabel={yLabel}
              corner={corner}
              width={width}
              holder={holder}
            />
          )}
        </div>
      </ErrorBoundary>
      <Legend
        as="point"
        entries={[
          { key: 'attacked', label: 'No defense', style: phases.attacked },
          { key: 'defended', label: 'Behind a defense', style: phases.defended },
        ]}
      />
    </ChartFrame>
  );
});
