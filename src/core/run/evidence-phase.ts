import type { EvidenceParts, Influence } from '../contracts.ts';
import { itemsOf, type Interactions } from '../data/interactions.ts';
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

/** Phases whose victim is explained. */
export type ExplainedPhase = 'attacked' | 'defended';

/** What the user reads while fake users are left out one by one. */
export const leavingStages: Readonly<Record<ExplainedPhase, string>> = {
  attacked: 'without one fake user',
  defended: 'defended, without one fake user',
};

/** What comes before the names of what is told of a phase. */
const prefixes: Readonly<Record<ExplainedPhase, string>> = { attacked: '', defended: 'defended.' };

/** Names of the x axes of what is told. */
const partLabel = { items: 'item', users: 'user', dimensions: 'dimension' } as const;
const fakeLabel = 'fake user';

/**
 * Why the pair stands where it does for the victim of a phase: its score taken apart (series `evidence.<of>` and its residual), and what
 * each of some fake users adds (`influence.score`, `.rank`, `.reach`: with all of them minus without this one, so that more is better for
 * the item; ranks the other way round). Behind a defense the names begin with `defended.`; defenses against fake users remove users, and
 * keep to whom they removed, so that only fake users who are left are left out. The victim comes from the cache; every retraining is a stage of its own.
 */
export async function* evidencePhase(
  phase: ExplainedPhase,
  pair: Pair,
  data: PhaseData,
  fakeUsers: Interactions,
  context: RepeatContext,
): AsyncGenerator<RepeatEvent> {
  const { spec, prepared, streams } = context;
  const rng = streams.init.stream('victim');
  const { standing, parts } = yield* lookedAt(phase, pair, data, rng, context);
  yield* told(parts, prefixes[phase]);
  const genuineCount = prepared.train.userCount;
  const wanted = spec.evaluation.explain?.leaveOneOut ?? 0;
  const present = (fake: number) => itemsOf(data.interactions, genuineCount + fake).length > 0;
  const order = orderOfLeaving(prepared.train, fakeUsers, pair.user).filter(present);
  const chosen = order.slice(0, wanted);
  const left: { readonly fake: number; readonly without: Standing }[] = [];
  const view = (): RepeatEvent => ({
    kind: 'view',
    content: {
      view: 'evidence',
      name: phase,
      ...pair,
      score: standing.score,
      rank: standing.rank,
      genuineCount,
      fakeCount: fakeUsers.userCount,
      parts,
      influence: influenceOf(standing, left, chosen.length),
    },
  });
  const stage = leavingStages[phase];
  yield view();
  if (wanted > 0 && chosen.length === 0)
    yield { kind: 'progress', progress: { level: 'stage', stage, done: 1, total: 1, unit: 'stages' } };
  for (const fake of chosen) {
    const without = yield* withoutFake(phase, fake, data, rng, pair, context);
    left.push({ fake, without });
    yield* influenceTold(fake, standing, without, prefixes[phase]);
    yield view();
    const [done, total] = [left.length, chosen.length];
    yield {
      kind: 'progress',
      progress: { level: 'outer', stage, done, total, unit: 'fake users' },
    };
  }
}

async function* lookedAt(
  phase: ExplainedPhase,
  pair: Pair,
  data: PhaseData,
  rng: Rng,
  context: RepeatContext,
): AsyncGenerator<RepeatEvent, { readonly standing: Standing; readonly parts: readonly EvidenceParts[] }> {
  const { spec, host, prepared } = context;
  const victim = yield* trainedVictim(phaseRun(phase, data, rng), context);
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
  phase: ExplainedPhase,
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
  context.recorder.seconds(leavingStages[phase], outcome.seconds);
  return outcome.value;
}

/** A stage is a generator; this one has nothing to tell before its end. */
async function* retrained(
  ...[row, interactions, rng, pair, context]: Parameters<typeof standingWithout>
): AsyncGenerator<RepeatEvent, { score: number; rank: number | null; reach: number | null }> {
  return { ...(await standingWithout(row, interactions, rng, pair, context)) };
}

function* told(parts: readonly EvidenceParts[], prefix: string): Generator<RepeatEvent> {
  for (const { of, indices, values, residual } of parts) {
    const label = partLabel[of];
    for (const [at, x] of indices.entries())
      yield { kind: 'point', series: `${prefix}evidence.${of}`, label, x, value: values[at] as number };
    yield { kind: 'point', series: `${prefix}evidence.${of}.residual`, label, x: 0, value: residual };
  }
}

function* influenceTold(
  fake: number,
  all: Standing,
  without: Standing,
  prefix: string,
): Generator<RepeatEvent> {
  const gained = gain(all, without);
  for (const [name, value] of Object.entries(gained))
    yield { kind: 'point', series: `${prefix}influence.${name}`, label: fakeLabel, x: fake, value };
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
