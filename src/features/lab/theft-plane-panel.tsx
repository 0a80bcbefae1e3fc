import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { barKind, tradeOffPoints, type Bars } from '../../components/charts/trade-off.ts';
import { TradeOffPlane } from '../../components/charts/trade-off-plane.tsx';
import { sets } from './axis-kinds.ts';
import type { PanelProps } from './panel-props.ts';
import type { ShownRun } from './shown-run.ts';

const barWords: Readonly<Record<Bars, string>> = {
  repeats: 'Bars span the repeats.',
  users: 'Bars: 95% intervals over the users of one training, not over trainings.',
  none: 'Without bars: one repeat, whose intervals over users come when its cell is finished.',
};

/** What users keep and what a thief gets, one point a defense; nothing for a run without any. */
export function TheftPlanePanel({ run, cell }: PanelProps) {
  if (!run || (run.spec.defenses.length === 0 && !run.spec.axes.some((axis) => sets(axis, 'defenses'))))
    return null;
  return (
    <div className="panel wide">
      <TheftPlane run={run} cell={cell} />
    </div>
  );
}

function TheftPlane({ run, cell }: PanelProps & { readonly run: ShownRun }) {
  const [side, setSide] = useState<'agreement' | 'surrogate.hr'>('agreement');
  const k = run.spec.evaluation.cutoffs[0] ?? 10;
  const points = useMemo(() => {
    const axes = run.spec.axes.filter((axis) => sets(axis, 'defenses')).map(({ name }) => name);
    const others = Object.entries(cell?.at ?? {}).filter(([name]) => !axes.includes(name));
    return tradeOffPoints(run.cells, {
      axes,
      at: Object.fromEntries(others),
      x: `hr@${k}`,
      y: `${side}@${k}`,
    });
  }, [run.spec.axes, run.cells, cell?.at, k, side]);
  const place = Object.entries(cell?.at ?? {})
    .filter(([name]) => !run.spec.axes.some((axis) => axis.name === name && sets(axis, 'defenses')))
    .map(([name, label]) => ` ${name} ${label}.`)
    .join('');
  return (
    <TradeOffPlane
      title="Use against theft"
      caption={`What users still get out of the victim as it is served, against what the thief's copy is worth. A good defense moves down without moving left. ${barWords[barKind(points)]}${place}`}
      points={points}
      xLabel={`Victim's hit rate, top ${k} (share)`}
      yLabel={side === 'agreement' ? `Agreement, top ${k} (share)` : `Copy's hit rate, top ${k} (share)`}
      corner="useful and hard to steal"
      fileName="use-against-theft"
      controls={
        <SegmentedControl
          aria-label="What the thief gets"
          size="xs"
          mb="xs"
          value={side}
          onChange={(value) => setSide(value as typeof side)}
          data={[
            { value: 'agreement', label: 'Agreement' },
            { value: 'surrogate.hr', label: 'Hits of the copy' },
          ]}
        />
      }
      emptyText="No theft is finished yet. A point appears when a copy of the undefended victim is trained, then one for every defense."
    />
  );
}
