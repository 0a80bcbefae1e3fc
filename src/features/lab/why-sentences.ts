import type { EvidenceView } from '../../core/contracts.ts';
import type { CellData } from '../../components/charts/experiment-lines.ts';
import { fakeShare } from '../../components/charts/evidence-rows.ts';
import { formatPercent, formatValue } from '../../components/charts/format.ts';
import type { Phase } from '../../core/run/result.ts';

/** Where the item stands for the user in a phase. */
export interface PlaceInPhase {
  readonly score: number | null;
  readonly rank: number | null;
}

/** Which victim's evidence is shown. */
export type ExplainedPhase = 'attacked' | 'defended';

/** The phase that a piece of evidence is about. */
export function explainedIn({ name }: EvidenceView): ExplainedPhase {
  return name === 'defended' ? 'defended' : 'attacked';
}

/** The place in a phase of the repeat whose evidence is shown, the latest with a victim of `explained`; undefined while it is not measured. */
export function placeIn(
  data: CellData | undefined,
  phase: Phase,
  explained: ExplainedPhase,
): PlaceInPhase | undefined {
  const repeat = repeatOf(data, explained);
  const metrics = data?.phases[phase];
  const score = metrics?.['explained.score']?.[repeat];
  if (score === undefined) return undefined;
  return { score, rank: metrics?.['explained.rank']?.[repeat] ?? null };
}

function repeatOf(data: CellData | undefined, explained: ExplainedPhase): number {
  return (data?.phases[explained]?.['explained.score']?.length ?? 0) - 1;
}

/** What the evidence comes to, in plain words. */
export function whySentences(
  evidence: EvidenceView,
  title: string,
  data: CellData | undefined,
): readonly string[] {
  const phase = explainedIn(evidence);
  const behind = phase === 'defended';
  const before = placeIn(data, 'clean', phase);
  // The other seed was tried on the attacked victim alone.
  const otherSeed = behind ? undefined : placeIn(data, 'attackedSameSeed', phase);
  const now = `${behind ? 'Behind the defense, user' : 'User'} ${evidence.user + 1} has “${title}” ${placeText(evidence.rank)}.`;
  const moved =
    before === undefined
      ? []
      : [
          `Without the fake users it stands ${placeText(before.rank)}${
            otherSeed ? `; the same data under another seed puts it ${placeText(otherSeed.rank)}` : ''
          }.`,
        ];
  return [
    now,
    ...(behind ? defensePart(data) : []),
    ...moved,
    ...fakePart(evidence),
    ...influencePart(evidence, otherSeed?.score),
  ];
}

/** What the defense removed, and where the item stands without it. */
function defensePart(data: CellData | undefined): readonly string[] {
  const open = placeIn(data, 'attacked', 'defended');
  const found = data?.phases.defended?.['detector.fakesFound']?.[repeatOf(data, 'defended')];
  return [
    ...(open ? [`Without the defense it stands ${placeText(open.rank)}.`] : []),
    ...(typeof found === 'number' ? [`The defense removed ${removedText(found)}.`] : []),
  ];
}

function removedText(share: number): string {
  if (share === 0) return 'no fake user';
  return share === 1 ? 'every fake user' : `${formatPercent(share)} of the fake users`;
}

function fakePart({ parts, genuineCount }: EvidenceView): readonly string[] {
  const byUsers = parts.find(({ of }) => of === 'users');
  const share = byUsers && fakeShare(byUsers, genuineCount);
  if (share === undefined || share === 0) return [];
  return share > 1
    ? ['Fake users carry all of its score; what genuine users add is less than nothing.']
    : [`Fake users make up ${Math.round(100 * share)}% of its score.`];
}

function influencePart(
  { influence, score }: EvidenceView,
  otherSeed: number | null | undefined,
): readonly string[] {
  const { asked, fakes, scores, places } = influence;
  if (asked === 0) return [];
  if (fakes.length === 0) return ['The victim is being trained without them, one by one.'];
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const noise = typeof otherSeed === 'number' ? Math.abs(otherSeed - score) : undefined;
  const strongest = scores.reduce((best, score, at) => (score > (scores[best] ?? 0) ? at : best), 0);
  const gained = places[strongest] ?? Number.NaN;
  const climbed =
    Number.isNaN(gained) || gained === 0
      ? ''
      : ` and ${Math.abs(gained)} places ${gained < 0 ? 'down' : 'up'}`;
  return [
    `Each of ${fakes.length} fake users adds ${formatValue(mean)} to the score on average; fake user ${(fakes[strongest] ?? 0) + 1} adds most, ${formatValue(scores[strongest])}${climbed}.`,
    ...(noise !== undefined && scores.every((added) => Math.abs(added) <= noise)
      ? ['None of them alone matters more than the seed does: fake users work as a crowd.']
      : []),
  ];
}

function placeText(rank: number | null): string {
  return rank === null ? 'outside the ranking' : `at place ${rank}`;
}
