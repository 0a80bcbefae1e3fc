import { useMemo } from 'react';
import { curve, type CellData } from '../../components/charts/experiment-lines.ts';
import { LineChart } from '../../components/charts/line-chart.tsx';
import { phases, surrogate, swapLoss } from '../../components/charts/roles.ts';
import { studentLevels, victimLossAxis } from './loss-axes.ts';
import type { PanelProps } from './panel-props.ts';
import { trainsWithGro, withoutGro } from './trains-with-gro.ts';

const nothing: CellData['series'] = {};
const soon = 'It appears while a victim is trained with GRO.';

/**
 * The three losses of a training with GRO, while it trains and after; nothing for a run without it. The victim's own has another unit than
 * the other two, which are differences of scores, and so an axis of its own.
 */
export function DefendedLosses({ run, cell }: PanelProps) {
  const series = cell?.data.series ?? nothing;
  const [own, lists] = useMemo(() => [lossesOf(series, ['train']), lossesOf(series, ['swap', 'student'])], [series]); // prettier-ignore
  const levels = useMemo(
    () => (lists.some(({ key }) => key.includes('student')) ? studentLevels({ run, cell }) : []),
    [lists, run, cell],
  );
  if (!trainsWithGro(run)) return null;
  const emptyText = withoutGro(run, cell) ?? soon;
  return (
    <div className="panel split-panel wide">
      <LineChart
        title="What GRO trains"
        caption="The victim minimizes its own loss, drawn here, and λ times the swap loss beside it: it gives up some of its own for lists that mislead."
        xLabel="Training step (count)"
        yLabel={victimLossAxis({ run, cell })}
        fileName="loss-gro"
        curves={own}
        yDomain={[0, 'auto']}
        emptyText={emptyText}
      />
      <LineChart
        title="Swap loss and student"
        caption="Swap loss: by how much the items of the lists score above the misleading ones, mean over places; GRO brings it down. The student, the thief that the defender imagines, learns the lists as they change: its loss stays high where they mislead it."
        xLabel="Training step (count)"
        yLabel="Loss (score points, means)"
        fileName="loss-gro-lists"
        curves={lists}
        levels={levels}
        yDomain={[0, 'auto']}
        emptyText={emptyText}
      />
    </div>
  );
}

const looks = {
  train: 'Victim’s own loss',
  swap: 'Swap loss',
  student: 'Student’s loss',
} as const;

/** Some of the losses of each phase that a defense trained; a phase says which where there are two. */
function lossesOf(series: CellData['series'], wanted: readonly (keyof typeof looks)[]) {
  const trained = (['cleanDefended', 'defended'] as const).filter(
    (phase) => `loss.student.${phase}` in series,
  );
  return trained.flatMap((phase) => {
    const where = trained.length > 1 ? `, ${phases[phase].label.toLowerCase()}` : '';
    return wanted.flatMap((loss) => {
      const name = `loss.${loss}.${phase}`;
      const values = series[name];
      const style = loss === 'train' ? phases[phase] : loss === 'swap' ? swapLoss : surrogate;
      return values ? [curve(name, `${looks[loss]}${where}`, style, values)] : [];
    });
  });
}
