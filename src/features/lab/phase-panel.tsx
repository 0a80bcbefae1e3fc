import { PhaseTable } from '../../components/charts/phase-table.tsx';
import type { Cell } from '../../core/run/result.ts';
import type { PanelProps } from './panel-props.ts';
import { nameOf } from './stage-summary.ts';
import { protocolSentence } from './protocol-sentence.ts';

/** Every metric of the chosen cell in every phase, with how it was measured. */
export function PhasePanel({ run, cell }: PanelProps) {
  const opponent = run?.spec.evaluation.opponent;
  return (
    <div className="panel wide">
      <PhaseTable
        data={cell?.data}
        finished={cell?.finished?.phases}
        fileName="phases"
        opponent={opponent && nameOf('attacks', opponent)}
        protocol={
          run
            ? protocolSentence(run.spec.evaluation, run.spec.repeats, hasIntervals(cell?.finished))
            : 'How each number was measured stands here.'
        }
      />
    </div>
  );
}

function hasIntervals(cell: Cell | null | undefined): boolean {
  return Object.values(cell?.phases ?? {}).some((metrics) =>
    Object.values(metrics).some(({ interval }) => interval !== undefined),
  );
}
