import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { barKind, tradeOffPoints, type Bars } from '../../components/charts/trade-off.ts';
import { TradeOffPlane } from '../../components/charts/trade-off-plane.tsx';
import { sets } from './axis-kinds.ts';
import type { PanelProps } from './panel-props.ts';
import type { ShownRun } from './shown-run.ts';
import { theftSides, type TheftSide } from './theft-sides.ts';

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
  const [chosen, setChosen] = useState<string>();
  const { cutoffs } = run.spec.evaluation;
  const k = cutoffs[0] ?? 10;
  const sides = useMemo(() => theftSides(cutoffs, run.cells), [cutoffs, run.cells]);
  const side = sides.find(({ metric }) => metric === chosen) ?? (sides[0] as TheftSide);
  const points = useMemo(() => {
    const axes = run.spec.axes.filter((axis) => sets(axis, 'defenses')).map(({ name }) => name);
    const others = Object.entries(cell?.at ?? {}).filter(([name]) => !axes.includes(name));
    return tradeOffPoints(run.cells, {
      axes,
      at: Object.fromEntries(others),
      x: `hr@${k}`,
      y: side.metric,
    });
  }, [run.spec.axes, run.cells, cell?.at, k, side.metric]);
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
      yLabel={side.axis}
      corner="useful and hard to steal"
      fileName="use-against-theft"
      controls={
        <Select
          label="What the thief gets"
          size="xs"
          mb="xs"
          maw={320}
          allowDeselect={false}
          value={side.metric}
          onChange={(value) => setChosen(value ?? undefined)}
          data={sides.map(({ metric, name }) => ({ value: metric, label: name }))}
        />
      }
      emptyText="No theft is finished yet. A point appears when a copy of the undefended victim is trained, then one for every defense."
    />
  );
}
