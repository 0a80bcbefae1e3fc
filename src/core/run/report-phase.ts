import type { Interactions } from '../data/interactions.ts';
import type { Rng } from '../math/rng.ts';
import type { MetricValues } from './evaluate-model.ts';
import type { RepeatContext } from './repeat-context.ts';
import type { RepeatEvent } from './repeat-event.ts';
import type { Phase } from './result.ts';
import { victimPhase } from './victim-phase.ts';

/** What the user reads while a phase is at work. */
const stageNames: Readonly<Record<Phase, string>> = {
  clean: 'clean victim',
  control: 'control victim',
  attacked: 'attacked victim',
  attackedSameSeed: 'attacked victim, attacker’s seed',
  baseline: 'victim under random filler',
  defended: 'defended victim',
  cleanDefended: 'defended victim, no attack',
};

/** A phase's training data and what it depends on. */
export interface PhaseData {
  readonly interactions: Interactions;
  readonly key: string;
}

/** Trains and evaluates the victim of a phase, and reports its metrics (with those of `extra`) and lists. */
export async function* reportPhase(
  phase: Phase,
  { interactions, key }: PhaseData,
  rng: Rng,
  context: RepeatContext,
  extra: MetricValues = {},
): AsyncGenerator<RepeatEvent> {
  const stage = stageNames[phase];
  const loss = phase === 'clean' ? 'loss.train' : `loss.train.${phase}`;
  const run = { stage, interactions, dataKey: key, rng, series: { loss, prefix: phase } };
  const { metrics: measured, lists } = yield* victimPhase(run, context);
  const metrics = { ...measured, ...extra };
  context.recorder.phase(phase, metrics);
  yield { kind: 'phase', phase, metrics };
  yield { kind: 'view', content: { ...lists, phase } };
  yield { kind: 'progress', progress: { level: 'stage', stage, done: 1, total: 1, unit: 'stages' } };
}
