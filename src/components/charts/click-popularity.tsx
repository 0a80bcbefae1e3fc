import { Skeleton } from '@mantine/core';
import { memo, lazy, Suspense, useMemo, useRef } from 'react';
import type { ProfilesView } from '../../core/contracts.ts';
import { ErrorBoundary } from '../layout/error-boundary.tsx';
import type { ShareBin } from './bar-plot.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { Legend } from './legend.tsx';
import { roles } from './roles.ts';
import { svgPicture } from './svg-picture.ts';
import { useScheme } from './use-scheme.ts';

const BarPlot = lazy(async () => ({ default: (await import('./bar-plot.tsx')).BarPlot }));

interface ClickPopularityProps {
  readonly view: ProfilesView | undefined;
  /** In place of the view, where it belongs to another cell. */
  readonly shares?: readonly ShareBin[] | undefined;
  readonly emptyText: string;
}

/** How popular the items are that genuine and fake users click: a learned attack need not look like real taste. */
export const ClickPopularity = memo(function ClickPopularity({
  view,
  shares,
  emptyText,
}: ClickPopularityProps) {
  const holder = useRef<HTMLDivElement>(null);
  const scheme = useScheme();
  const bins = useMemo(() => shares ?? (view ? popularityBins(view) : []), [view, shares]);
  const title = 'Popularity of clicked items';
  return (
    <ChartFrame
      title={title}
      caption="Share of clicks by how popular the clicked item is among genuine users. Profiles that differ from real taste are easier to detect."
      fileName="click-popularity"
      table={{
        columns: ['Genuine clicks on the item', 'Share of genuine clicks', 'Share of fake clicks'],
        rows: bins.map((bin) => [bin.label, bin.genuine, bin.fake]),
      }}
      empty={bins.some(({ fake }) => fake > 0) ? undefined : emptyText}
      picture={(format) => svgPicture(holder.current, 'svg.recharts-surface', format, scheme)}
    >
      <ErrorBoundary area={`the chart "${title}"`}>
        <Suspense fallback={<Skeleton className="chart-area" />}>
          <BarPlot
            title={title}
            bins={bins}
            xLabel="Genuine clicks on the item (count)"
            yLabel="Share of clicks"
            holder={holder}
          />
        </Suspense>
      </ErrorBoundary>
      <Legend
        as="point"
        entries={(['genuine', 'fake'] as const).map((role) => ({
          key: role,
          label: roles[role].label,
          style: roles[role],
        }))}
      />
    </ChartFrame>
  );
});

/** Shares by doubling bins of popularity: 0-1, 2-3, 4-7, ... */
export function popularityBins(view: ProfilesView): readonly ShareBin[] {
  const binOf = (clicks: number) => (clicks < 2 ? 0 : Math.floor(Math.log2(clicks)));
  const bins: { genuine: number; fake: number }[] = [];
  const binAt = (at: number) => {
    while (bins.length <= at) bins.push({ genuine: 0, fake: 0 });
    return bins[at] as { genuine: number; fake: number };
  };
  let genuineClicks = 0;
  for (const clicks of view.popularity) {
    binAt(binOf(clicks)).genuine += clicks;
    genuineClicks += clicks;
  }
  for (const item of view.fakeUsers.items) binAt(binOf(view.popularity[item] ?? 0)).fake += 1;
  const fakeClicks = view.fakeUsers.items.length;
  return bins.map(({ genuine, fake }, at) => ({
    label: binLabel(at === 0 ? 0 : 2 ** at),
    genuine: genuineClicks > 0 ? genuine / genuineClicks : 0,
    fake: fakeClicks > 0 ? fake / fakeClicks : 0,
  }));
}

/** A class by its least popularity: 4 is 4-7. */
export function binLabel(least: number): string {
  return `${least}-${Math.max(1, 2 * least - 1)}`;
}
