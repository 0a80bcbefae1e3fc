import { defendedData } from './defended-data.ts';
import type { RepeatContext } from './repeat-context.ts';
import type { RepeatEvent } from './repeat-event.ts';
import { reportPhase, type PhaseData } from './report-phase.ts';
import type { Phase } from './result.ts';

/** The same victim on the same data behind the defenses: attacked, and clean to see what they cost. */
export async function* defendedPhases(
  clean: PhaseData,
  attacked: PhaseData | undefined,
  context: RepeatContext,
): AsyncGenerator<RepeatEvent> {
  if (context.spec.defenses.length === 0) return;
  if (attacked) yield* defended('defended', attacked, context);
  yield* defended('cleanDefended', clean, context);
}

async function* defended(
  phase: Phase,
  before: PhaseData,
  context: RepeatContext,
): AsyncGenerator<RepeatEvent> {
  const { data, metrics } = yield* defendedData(before, context);
  yield* reportPhase(phase, data, context.streams.init.stream('victim'), context, metrics);
}
