import { useMemo } from 'react';
import { curve, type CellData } from '../../components/charts/experiment-lines.ts';
import { LineChart } from '../../components/charts/line-chart.tsx';
import { phases, surrogate, swapLoss } from '../../components/charts/roles.ts';
import type { PanelProps } from './panel-props.ts';
import { trainsWithGro } from './trains-with-gro.ts';

const nothing: CellData['series'] = {};

/** The three losses of a training with GRO, while it trains and after; nothing for a run without it. */
export function DefendedLosses({ run, cell }: PanelProps) {
  const series = cell?.data.series ?? nothing;
  const curves = useMemo(() => lossesOf(series), [series]);
  if (!trainsWithGro(run)) return null;
  return (
    <div className="panel">
      <LineChart
        title="What GRO trains"
        caption="The victim minimizes its own loss and λ times the swap loss, which pulls misleading items up its lists. The student, the thief that the defender imagines, learns from those lists: its loss stays high where they mislead it."
        xLabel="Training step (count)"
        yLabel="Loss (mean)"
        fileName="loss-gro"
        curves={curves}
        yDomain={[0, 'auto']}
        emptyText="It appears while a victim is trained with GRO."
      />
    </div>
  );
}

/** Own, swap and student's loss of each phase that a defense trained; a phase says which where there are two. */
function lossesOf(series: CellData['series']) {
  const trained = (['cleanDefended', 'defended'] as const).filter(
    (phase) => `loss.student.${phase}` in series,
  );
  return trained.flatMap((phase) => {
    const where = trained.length > 1 ? `, ${phases[phase].label.toLowerCase()}` : '';
    const styles = {
      train: ['Victim’s own loss', phases[phase]],
      swap: ['Swap loss', swapLoss],
      student: ['Student’s loss', surrogate],
    } as const;
    return Object.entries(styles).flatMap(([loss, [label, style]]) => {
      const name = `loss.${loss}.${phase}`;
      const values = series[name];
      return values ? [curve(name, `${label}${where}`, style, values)] : [];
    });
  });
}
