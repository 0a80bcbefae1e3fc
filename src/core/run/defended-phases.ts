import { defendedData } from './defended-data.ts';
import type { RepeatContext } from './repeat-context.ts';
import type { RepeatEvent } from './repeat-event.ts';
import { reportPhase, type PhaseData } from './report-phase.ts';
import type { Phase } from './result.ts';
import { isDetector } from './swept-shares.ts';
import { thresholdSweep } from './threshold-sweep.ts';

const unswept = 'No defense here removes users, so that no shares of removed users were tried.';

/**
 * The same victim on the same data behind the defenses: attacked, and clean to see what they cost. Where a detector is among them, victims for
 * other thresholds of it too, if the evaluation asks for these.
 */
export async function* defendedPhases(
  clean: PhaseData,
  attacked: PhaseData | undefined,
  context: RepeatContext,
): AsyncGenerator<RepeatEvent> {
  const { defenses, evaluation } = context.spec;
  if (attacked && evaluation.removedShares && !defenses.some(isDetector))
    yield { kind: 'note', text: unswept };
  if (defenses.length === 0) return;
  if (attacked) {
    const suspicion = yield* defended('defended', attacked, context);
    if (suspicion) yield* thresholdSweep(attacked, suspicion, context);
  }
  yield* defended('cleanDefended', clean, context);
}

async function* defended(
  phase: Phase,
  before: PhaseData,
  context: RepeatContext,
): AsyncGenerator<RepeatEvent, Float32Array | undefined> {
  const { data, metrics, suspicion } = yield* defendedData(before, context);
  yield* reportPhase(phase, data, context.streams.init.stream('victim'), context, metrics);
  return suspicion;
}
