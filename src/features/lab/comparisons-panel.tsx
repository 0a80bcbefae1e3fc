import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { isAt } from '../../components/charts/cell-grid.ts';
import { ForestChart } from '../../components/charts/forest-chart.tsx';
import { forestViews, type ForestView } from '../../components/charts/forest-views.ts';
import { formatValue } from '../../components/charts/format.ts';
import type { PanelProps } from './panel-props.ts';

/** Which phases of the chosen cell differ, and how surely; nothing where nothing could be compared. */
export function ComparisonsPanel({ run, cell }: PanelProps) {
  const [chosen, setChosen] = useState<string>();
  const k = run?.spec.evaluation.cutoffs[0] ?? 10;
  const views = useMemo(() => {
    const here = run?.comparisons.filter(({ at }) => cell && isAt(cell.at, at)) ?? [];
    return forestViews(here, k);
  }, [run?.comparisons, cell, k]);
  const view = views.find(({ key }) => key === chosen) ?? views[0];
  if (!run || !view) return null;
  return (
    <div className="panel wide">
      <ForestChart
        title="Differences between phases"
        caption={captionOf(view, run.spec.repeats)}
        view={view}
        fileName={`differences-${view.key}`}
        controls={
          views.length > 1 && (
            <div className="panel-choices">
              <Select
                size="xs"
                label="Metrics"
                allowDeselect={false}
                data={views.map(({ key, label }) => ({ value: key, label }))}
                value={view.key}
                onChange={(next) => next && setChosen(next)}
              />
            </div>
          )
        }
      />
    </div>
  );
}

/** The p of a sign-flip test below which a difference is usually told. */
const usual = 0.05;

/** What the intervals mean, and what so few repeats cannot say. */
function captionOf({ groups }: ForestView, repeats: number): string {
  const over = new Set(groups.flatMap(({ pairs }) => pairs.map((pair) => pair.over)));
  const least = 2 / 2 ** repeats;
  const sentences = [
    'Phases of one repeat share their seeds, so they are compared pair by pair; lines are 95% bootstrap intervals. One that reaches over 0 is no difference that could be told from chance.',
    over.has('users') && 'Over users: how much other people would change it, not another training.',
    over.has('repeats') &&
      least > usual &&
      `Over ${repeats} repeats intervals are rough: p cannot come below ${formatValue(least)}.`,
  ];
  return sentences.filter((sentence) => sentence !== false).join(' ');
}
