import { ReachBars, type ReachRow } from '../../components/charts/reach-bars.tsx';
import { phases } from '../../components/charts/roles.ts';
import type { Phase } from '../../core/run/result.ts';
import { againstOpponent } from './against-opponent.ts';
import { nameOf } from './stage-summary.ts';
import type { ShownRun } from './shown-run.ts';

/** The reach of one's own profile beside that of the learned one, of random clicks and of no attack. */
export function HandMadeScore({ run }: { readonly run: ShownRun | undefined }) {
  const shown = run?.spec.attack?.id === 'hand-made' ? run : undefined;
  const evaluation = shown?.spec.evaluation;
  const k = evaluation?.cutoffs[0] ?? 10;
  const measured = shown?.cells[0]?.data.phases;
  const row = (phase: Phase, label: string, note: string): ReachRow => ({
    key: phase,
    label,
    note,
    style: phases[phase],
    values: measured?.[phase]?.[`target.hr@${k}`] ?? [],
  });
  const rows = [
    row('attacked', 'You', 'your profile'),
    ...(evaluation?.opponent
      ? [row('opponent', 'The machine', nameOf('attacks', evaluation.opponent).toLowerCase())]
      : []),
    ...(evaluation?.baseline ? [row('baseline', 'Chance', 'as many random clicks')] : []),
    row('clean', 'Nobody', 'no attack'),
  ];
  const verdict = againstOpponent(rows[0]?.values ?? [], rows.find(({ key }) => key === 'opponent')?.values);
  return (
    <ReachBars
      title="Score"
      caption={`Real users who get the target in their top ${k}. ${verdict ?? 'Every recommender is trained from scratch, with the same seeds for all.'}`}
      rows={rows}
      fileName="hand-made-score"
      empty={measured ? undefined : 'Nothing scored yet. Choose what your fake users click, then try it.'}
    />
  );
}
