import { Skeleton } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { Suspense, useRef, type ComponentProps, type ReactNode } from 'react';
import { ErrorBoundary } from '../layout/error-boundary.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { svgPicture } from './svg-picture.ts';
import { useScheme } from './use-scheme.ts';

interface PlotFrameProps extends Omit<ComponentProps<typeof ChartFrame>, 'picture' | 'children'> {
  /** What is saved as the picture, as a selector within the plot. */
  readonly drawing: string;
  /** Draws the plot in so many pixels; not asked before they are known. */
  readonly plot: (width: number) => ReactNode;
  /** What stands below the plot and is no part of its picture. */
  readonly legend?: ReactNode;
}

/** A chart's frame around a plot of vector graphics: as wide as there is room, saved as a picture, and alone in failing if it fails. */
export function PlotFrame({ drawing, plot, legend, ...frame }: PlotFrameProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const holder = useRef<HTMLDivElement>(null);
  const scheme = useScheme();
  return (
    <ChartFrame {...frame} picture={(format) => svgPicture(holder.current, drawing, format, scheme)}>
      <ErrorBoundary area={`the chart "${frame.title}"`}>
        <div ref={ref}>
          <div ref={holder}>
            <Suspense fallback={<Skeleton className="chart-area" />}>{width > 0 && plot(width)}</Suspense>
          </div>
        </div>
      </ErrorBoundary>
      {legend}
    </ChartFrame>
  );
}
