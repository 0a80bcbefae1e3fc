import type { Interactions } from '../data/interactions.ts';
import { withoutUsers } from '../data/without-users.ts';
import { roc } from '../math/roc.ts';
import type { MetricValues } from './evaluate-model.ts';
import type { LoadedDefense } from './load-defenses.ts';
import type { RepeatContext } from './repeat-context.ts';
import type { RepeatEvent } from './repeat-event.ts';
import { runContext } from './run-context.ts';

export interface SanitizedData {
  readonly interactions: Interactions;
  /** How well the detectors told fake from genuine users: the runner knows, the defense never does. */
  readonly metrics: MetricValues;
}

/**
 * Passes the training data through those defenses that sanitize, in order; each sees what the one before left. The first
 * `genuineCount` users are the genuine ones. `detector.auc` is that of the first detector, the shares count all that were removed.
 */
export async function* sanitizeData(
  data: Interactions,
  defenses: readonly LoadedDefense[],
  genuineCount: number,
  context: RepeatContext,
): AsyncGenerator<RepeatEvent, SanitizedData> {
  const { host, streams } = context;
  let interactions = data;
  const removed = new Set<number>();
  let auc: number | null = null;
  for (const [at, { component, defense }] of defenses.entries()) {
    if (!defense.sanitize) continue;
    const ignored = { emit: () => undefined, checkpoint: async () => undefined, restored: undefined };
    const working = defense.sanitize(
      interactions,
      runContext({ rng: streams.init.stream(`defense-${at}`), ...ignored }, host),
    );
    let next = await working.next();
    while (!next.done) {
      yield { kind: 'progress', progress: { ...next.value, stage: `defense: ${component.id}` } };
      next = await working.next();
    }
    const { suspicion, removed: users } = next.value;
    auc ??= detectionAuc(suspicion, genuineCount);
    for (const user of users) removed.add(user);
    interactions = withoutUsers(interactions, users);
  }
  const fakes = data.userCount - genuineCount;
  const lost = [...removed].filter((user) => user < genuineCount).length;
  return {
    interactions,
    metrics: {
      'detector.auc': auc,
      'detector.genuineLost': genuineCount === 0 ? null : lost / genuineCount,
      'detector.fakesFound': fakes === 0 ? null : (removed.size - lost) / fakes,
    },
  };
}

/** Area under the ROC of suspicion against being fake; null when there are no fakes. */
function detectionAuc(suspicion: Float32Array, genuineCount: number): number | null {
  if (suspicion.length === genuineCount) return null;
  const labels = Array.from(suspicion, (_, user) => (user < genuineCount ? 0 : 1));
  return roc(suspicion, labels).auc;
}
