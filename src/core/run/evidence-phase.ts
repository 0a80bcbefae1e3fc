import type { EvidenceParts, EvidenceView, Influence } from '../contracts.ts';
import type { Interactions } from '../data/interactions.ts';
import type { Rng } from '../math/rng.ts';
import { evaluateModel } from './evaluate-model.ts';
import { explainScore } from './explain-score.ts';
import { placeOf, type Pair } from './explained-place.ts';
import { orderOfLeaving, standingWithout, type Standing } from './leave-one-out.ts';
import type { RepeatContext } from './repeat-context.ts';
import type { RepeatEvent } from './repeat-event.ts';
import { phaseRun, type PhaseData } from './report-phase.ts';
import { measuredBy } from './measured-by.ts';
import { cachedStage, stageKey } from './stage-runner.ts';
import { trainedVictim } from './victim-phase.ts';

/** What the user reads while fake users are left out one by one. */
export const leavingStage = 'without one fake user';

/** Names of the x axes of what is told. */
const partLabel = { items: 'item', users: 'user', dimensions: 'dimension' } as const;
const fakeLabel = 'fake user';

/**
 * Why the pair stands where it does for the victim of the attack: its score taken apart (series `evidence.<of>` and its residual), and what
 * each of some fake users adds (`influence.score`, `.rank`, `.reach`: with all of them minus without this one, so that more is better for
 * the item; ranks the other way round). The victim comes from the cache; every retraining is a stage of its own.
 */
export async function* evidencePhase(
  pair: Pair,
  attacked: PhaseData,
  fakeUsers: Interactions,
  context: RepeatContext,
): AsyncGenerator<RepeatEvent> {
  const { spec, prepared, streams } = context;
  const rng = streams.init.stream('victim');
  const { standing, parts } = yield* lookedAt(pair, attacked, rng, context);
  yield* told(parts);
  const order = orderOfLeaving(prepared.train, fakeUsers, pair.user);
  const chosen = order.slice(0, spec.evaluation.explain?.leaveOneOut ?? 0);
  const left: { readonly fake: number; readonly without: Standing }[] = [];
  const view = (): RepeatEvent => ({
    kind: 'view',
    content: viewOf(pair, standing, parts, influenceOf(standing, left, chosen.length), {
      genuineCount: prepared.train.userCount,
      fakeCount: fakeUsers.userCount,
    }),
  });
  yield view();
  for (const fake of chosen) {
    const without = yield* withoutFake(fake, attacked, rng, pair, context);
    left.push({ fake, without });
    yield* influenceTold(fake, standing, without);
    yield view();
    const [done, total] = [left.length, chosen.length];
    yield {
      kind: 'progress',
      progress: { level: 'outer', stage: leavingStage, done, total, unit: 'fake users' },
    };
  }
}

async function* lookedAt(
  pair: Pair,
  attacked: PhaseData,
  rng: Rng,
  context: RepeatContext,
): AsyncGenerator<RepeatEvent, { readonly standing: Standing; readonly parts: readonly EvidenceParts[] }> {
  const { spec, host, prepared } = context;
  const victim = yield* trainedVictim(phaseRun('attacked', attacked, rng), context);
  try {
    const place = await placeOf(victim, pair, prepared, spec.evaluation);
    const { metrics } = await evaluateModel(victim, prepared, spec.evaluation, [], host);
    const reach = metrics[`target.hr@${spec.evaluation.cutoffs[0]}`] ?? null;
    return { standing: { ...place, reach }, parts: await explainScore(victim, pair, place.score, host) };
  } finally {
    victim.dispose();
  }
}

/** The standing without one fake user, kept as a stage: asking for more of them later trains only those. */
async function* withoutFake(
  fake: number,
  { interactions, key }: PhaseData,
  rng: Rng,
  pair: Pair,
  context: RepeatContext,
): AsyncGenerator<RepeatEvent, Standing> {
  const { spec, host, prepared } = context;
  const row = prepared.train.userCount + fake;
  const stage = stageKey(
    host,
    'leave-one-out',
    key,
    spec.victim,
    rng.key,
    measuredBy(spec.evaluation),
    pair,
    fake,
  );
  const outcome = yield* cachedStage(host, stage, () => retrained(row, interactions, rng, pair, context));
  context.recorder.seconds(leavingStage, outcome.seconds);
  return outcome.value;
}

/** A stage is a generator; this one has nothing to tell before its end. */
async function* retrained(
  ...[row, interactions, rng, pair, context]: Parameters<typeof standingWithout>
): AsyncGenerator<RepeatEvent, { score: number; rank: number | null; reach: number | null }> {
  return { ...(await standingWithout(row, interactions, rng, pair, context)) };
}

function* told(parts: readonly EvidenceParts[]): Generator<RepeatEvent> {
  for (const { of, indices, values, residual } of parts) {
    const label = partLabel[of];
    for (const [at, x] of indices.entries())
      yield { kind: 'point', series: `evidence.${of}`, label, x, value: values[at] as number };
    yield { kind: 'point', series: `evidence.${of}.residual`, label, x: 0, value: residual };
  }
}

function* influenceTold(fake: number, all: Standing, without: Standing): Generator<RepeatEvent> {
  const gained = gain(all, without);
  for (const [name, value] of Object.entries(gained))
    yield { kind: 'point', series: `influence.${name}`, label: fakeLabel, x: fake, value };
}

/** What the fake user adds by being there. */
function gain(all: Standing, without: Standing) {
  const minus = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b);
  return {
    score: all.score - without.score,
    rank: minus(without.rank, all.rank),
    reach: minus(all.reach, without.reach),
  };
}

function influenceOf(
  all: Standing,
  left: readonly { readonly fake: number; readonly without: Standing }[],
  asked: number,
): Influence {
  const gains = left.map(({ without }) => gain(all, without));
  const of = (name: 'score' | 'rank' | 'reach') => Float32Array.from(gains, (one) => one[name] ?? Number.NaN);
  const fakes = Int32Array.from(left, ({ fake }) => fake);
  return { asked, fakes, scores: of('score'), places: of('rank'), reach: of('reach') };
}

function viewOf(
  { user, item }: Pair,
  { score, rank }: Standing,
  parts: readonly EvidenceParts[],
  influence: Influence,
  counts: Pick<EvidenceView, 'genuineCount' | 'fakeCount'>,
): EvidenceView {
  return { view: 'evidence', name: 'attacked', user, item, score, rank, ...counts, parts, influence };
}
