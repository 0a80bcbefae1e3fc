import { SegmentedControl } from '@mantine/core';
import { lazy, memo, useMemo, useState, type ReactNode } from 'react';
import { curveTable } from './curve-table.ts';
import type { Curve } from './curve.ts';
import { Legend } from './legend.tsx';
import { PlotFrame } from './plot-frame.tsx';
import { guessing } from './roles.ts';
import type { RateAxis } from './roc-plot.tsx';

const RocPlot = lazy(async () => ({ default: (await import('./roc-plot.tsx')).RocPlot }));

interface RocChartProps {
  readonly title: string;
  readonly caption: ReactNode;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly fileName: string;
  /** Rates against rates, both from 0 to 1. */
  readonly curves: readonly Curve[];
  /** What to say while there is no point to draw. */
  readonly emptyText: string;
}

/** ROC curves with their frame, on a linear or a logarithmic axis: what happens at few false alarms shows on the second. */
export const RocChart = memo(function RocChart({
  title,
  caption,
  xLabel,
  yLabel,
  fileName,
  curves,
  emptyText,
}: RocChartProps) {
  const [axis, setAxis] = useState<RateAxis>('linear');
  const table = useMemo(() => curveTable({ xName: xLabel, curves, levels: [], marks: [] }), [xLabel, curves]);
  const entries = [...curves, { key: 'guessing', label: guessing.label, style: guessing }];
  return (
    <PlotFrame
      title={title}
      caption={caption}
      table={table}
      fileName={fileName}
      empty={curves.length === 0 ? emptyText : undefined}
      controls={
        <SegmentedControl
          aria-label={`Axis of ${title}`}
          size="xs"
          mb="xs"
          value={axis}
          onChange={(value) => setAxis(value as RateAxis)}
          data={[
            { value: 'linear', label: 'Linear' },
            { value: 'log', label: 'Logarithmic' },
          ]}
        />
      }
      drawing="svg.recharts-surface"
      plot={() => <RocPlot title={title} xLabel={xLabel} yLabel={yLabel} curves={curves} axis={axis} />}
      legend={<Legend as="line" entries={entries} />}
    />
  );
});
