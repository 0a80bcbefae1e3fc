import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { LineChart } from '../../components/charts/line-chart.tsx';
import { capital } from './axis-kinds.ts';
import type { PanelProps } from './panel-props.ts';
import { numericAxis, scaleOf, sweepCurves, type SweepSide } from './theft-sweep.ts';

/** What victim and thief get at every number of an axis; nothing for a run without such an axis. */
export function TheftSweepPanel({ run, cell }: PanelProps) {
  const [side, setSide] = useState<SweepSide>('hits');
  const axis = run && numericAxis(run.spec);
  const k = run?.spec.evaluation.cutoffs[0] ?? 10;
  const curves = useMemo(
    () => (run && axis !== undefined ? sweepCurves(run.cells, axis, cell?.at ?? {}, side, k) : []),
    [run, axis, cell?.at, side, k],
  );
  if (!run || axis === undefined) return null;
  return (
    <div className="panel wide">
      <LineChart
        title={`Use and theft by ${axis}`}
        caption={`What the victim's own users find, and what the thief's copy gets, at every ${axis} with the same seeds. Bars: 95% intervals over users, not over trainings. A good defense keeps the victim's line up and brings the copy's down.`}
        xLabel={capital(axis)}
        yLabel={side === 'hits' ? `Hit rate, top ${k} (share)` : `Common items, top ${k} (share)`}
        fileName={`theft-by-${axis}`}
        curves={curves}
        yDomain={[0, 'auto']}
        xScale={scaleOf(curves)}
        controls={
          <SegmentedControl
            aria-label="What is compared"
            size="xs"
            mb="xs"
            value={side}
            onChange={(value) => setSide(value as SweepSide)}
            data={[
              { value: 'hits', label: 'Hits of victim and copy' },
              { value: 'agreement', label: 'Agreement' },
            ]}
          />
        }
        emptyText="No theft is finished yet. Points appear cell by cell."
      />
    </div>
  );
}
