import type { Interactions } from '../data/interactions.ts';
import type { Rng } from '../math/rng.ts';
import { artifactOf } from './artifact-of.ts';
import type { MetricValues } from './evaluate-model.ts';
import { serversOf, trainerOf, type LoadedDefense } from './load-defenses.ts';
import type { RepeatContext } from './repeat-context.ts';
import type { RepeatEvent } from './repeat-event.ts';
import type { Phase } from './result.ts';
import { victimPhase, type VictimRun } from './victim-phase.ts';

/** What the user reads while a phase is at work. */
const stageNames: Readonly<Record<Phase, string>> = {
  clean: 'clean victim',
  control: 'control victim',
  attacked: 'attacked victim',
  attackedSameSeed: 'attacked victim, attacker’s seed',
  baseline: 'victim under random filler',
  opponent: 'victim under the opponent',
  defended: 'defended victim',
  cleanDefended: 'defended victim, no attack',
  downstream: 'victim with fake sequences',
  downstreamBaseline: 'victim with random sequences',
  defendedDownstream: 'defended victim with fake sequences',
  defendedDownstreamBaseline: 'defended victim with random sequences',
};

/** A phase's training data and what it depends on, and the defenses that are on. */
export interface PhaseData {
  readonly interactions: Interactions;
  readonly key: string;
  readonly defenses?: readonly LoadedDefense[];
}

/** Trains and evaluates the victim of a phase, and reports its metrics (with those of `extra`) and lists. */
export async function* reportPhase(
  phase: Phase,
  data: PhaseData,
  rng: Rng,
  context: RepeatContext,
  extra: MetricValues = {},
): AsyncGenerator<RepeatEvent> {
  const stage = stageNames[phase];
  const { metrics: measured, users, lists } = yield* victimPhase(phaseRun(phase, data, rng), context);
  const metrics = { ...measured, ...extra };
  const { attack } = context.spec;
  context.recorder.phase(phase, metrics);
  if (attack && artifactOf(attack) === 'surrogate') context.recorder.users(phase, users);
  yield { kind: 'phase', phase, metrics };
  yield { kind: 'view', content: { ...lists, phase } };
  yield { kind: 'progress', progress: { level: 'stage', stage, done: 1, total: 1, unit: 'stages' } };
}

/** The victim of a phase: its data, its defenses and the names of its curves. */
export function phaseRun(phase: Phase, { interactions, key, defenses = [] }: PhaseData, rng: Rng): VictimRun {
  return {
    stage: stageNames[phase],
    interactions,
    dataKey: key,
    rng,
    series: { suffix: phase === 'clean' ? '' : `.${phase}`, prefix: phase },
    trainer: trainerOf(defenses),
    servers: serversOf(defenses),
  };
}
