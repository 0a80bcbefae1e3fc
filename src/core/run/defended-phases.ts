import type { RepeatContext } from './repeat-context.ts';
import type { RepeatEvent } from './repeat-event.ts';
import { reportPhase, type PhaseData } from './report-phase.ts';
import type { Phase } from './result.ts';
import { sanitizeData } from './sanitize-data.ts';
import { stageKey } from './stage-runner.ts';

/** The same victim on the same data after the defenses: attacked, and clean to see what they cost. */
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
  { interactions, key }: PhaseData,
  context: RepeatContext,
): AsyncGenerator<RepeatEvent> {
  const { spec, streams, host, prepared } = context;
  const sanitized = yield* sanitizeData(interactions, prepared.train.userCount, context);
  const data = {
    interactions: sanitized.interactions,
    key: stageKey(host, 'sanitized', key, spec.defenses, streams.init.key),
  };
  yield* reportPhase(phase, data, streams.init.stream('victim'), context, sanitized.metrics);
}
