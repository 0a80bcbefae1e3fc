import type { MetricValues } from './evaluate-model.ts';
import { loadDefenses } from './load-defenses.ts';
import type { RepeatContext } from './repeat-context.ts';
import type { RepeatEvent } from './repeat-event.ts';
import type { PhaseData } from './report-phase.ts';
import { sanitizeData } from './sanitize-data.ts';
import { stageKey } from './stage-runner.ts';

export interface DefendedData {
  readonly data: PhaseData;
  readonly metrics: MetricValues;
  /** What the first detector made of the users, where there is one. // [U] */
  readonly suspicion?: Float32Array | undefined;
}

/**
 * Data behind the defenses of the spec: passed through those that sanitize, with how well they detect. Data that none of them touches keeps
 * its key, so that a victim who is only served in another way is not trained again.
 */
export async function* defendedData(
  { interactions, key }: PhaseData,
  context: RepeatContext,
): AsyncGenerator<RepeatEvent, DefendedData> {
  const { spec, host, streams, prepared } = context;
  const defenses = await loadDefenses(spec.defenses);
  if (!defenses.some(({ defense }) => defense.sanitize))
    return { data: { interactions, key, defenses }, metrics: {} };
  const sanitized = yield* sanitizeData({ interactions, key }, defenses, prepared.train.userCount, context);
  const data = {
    interactions: sanitized.interactions,
    key: stageKey(host, 'sanitized', key, spec.defenses, streams.init.key),
    defenses,
  };
  return { data, metrics: sanitized.metrics, suspicion: sanitized.suspicion };
}
