import type { Interactions } from '../data/interactions.ts';
import { defendedData, type DefendedData } from './defended-data.ts';
import { evidencePhase } from './evidence-phase.ts';
import type { RepeatContext } from './repeat-context.ts';
import type { RepeatEvent } from './repeat-event.ts';
import { reportPhase, type PhaseData } from './report-phase.ts';
import type { Phase } from './result.ts';
import { isDetector } from './swept-shares.ts';
import { thresholdSweep } from './threshold-sweep.ts';

const unswept = 'No defense here removes users, so that no shares of removed users were tried.';

/** Poisoned data, and the fake users in it, whom the defenses are not told. */
export interface AttackedData {
  readonly data: PhaseData;
  readonly fakeUsers: Interactions;
}

/**
 * The same victim on the same data behind the defenses: attacked, and clean to see what they cost. Where a detector is among them, victims for
 * other thresholds of it too, and why a target stands where it does behind the defenses, if the evaluation asks for these.
 */
export async function* defendedPhases(
  clean: PhaseData,
  attacked: AttackedData | undefined,
  context: RepeatContext,
): AsyncGenerator<RepeatEvent> {
  const { defenses, evaluation } = context.spec;
  if (attacked && evaluation.removedShares && !defenses.some(isDetector))
    yield { kind: 'note', text: unswept };
  if (defenses.length === 0) return;
  if (attacked) {
    const { data, suspicion } = yield* defended('defended', attacked.data, context);
    if (context.explained)
      yield* evidencePhase('defended', context.explained, data, attacked.fakeUsers, context);
    if (suspicion) yield* thresholdSweep(attacked.data, suspicion, context);
  }
  yield* defended('cleanDefended', clean, context);
}

async function* defended(
  phase: Phase,
  before: PhaseData,
  context: RepeatContext,
): AsyncGenerator<RepeatEvent, Pick<DefendedData, 'data' | 'suspicion'>> {
  const { data, metrics, suspicion } = yield* defendedData(before, context);
  yield* reportPhase(phase, data, context.streams.init.stream('victim'), context, metrics);
  return { data, suspicion };
}
