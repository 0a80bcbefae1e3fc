import type { Defense, Sanitized } from '../contracts.ts';
import type { Interactions } from '../data/interactions.ts';
import { withoutUsers } from '../data/without-users.ts';
import type { MetricValues } from './evaluate-model.ts';
import type { LoadedDefense } from './load-defenses.ts';
import type { RepeatContext } from './repeat-context.ts';
import type { RepeatEvent } from './repeat-event.ts';
import { reportDetection } from './report-detection.ts';
import type { PhaseData } from './report-phase.ts';
import { runContext } from './run-context.ts';
import { cachedStage, stageKey } from './stage-runner.ts';
import { sweptShares } from './swept-shares.ts';

export interface SanitizedData {
  readonly interactions: Interactions;
  /** How well the detectors told fake from genuine users: the runner knows, the defense never does. */
  readonly metrics: MetricValues;
  /** What the first detector made of the users. // [U] */
  readonly suspicion: Float32Array | undefined;
}

/**
 * Passes the training data through those defenses that sanitize, in order; each sees what the one before left. The first
 * `genuineCount` users are the genuine ones. `detector.auc` is that of the first detector, the shares count all that were removed.
 */
export async function* sanitizeData(
  { interactions: data, key }: PhaseData,
  defenses: readonly LoadedDefense[],
  genuineCount: number,
  context: RepeatContext,
): AsyncGenerator<RepeatEvent, SanitizedData> {
  let interactions = data;
  const removed = new Set<number>();
  let detected: MetricValues = {};
  let first: Float32Array | undefined;
  for (const [at, { component, defense }] of defenses.entries()) {
    if (!defense.sanitize) continue;
    const place = `defense-${at}`;
    const upstream = defenses.slice(0, at + 1).map((each) => each.component);
    const stage = `defense: ${component.id}`;
    const sanitized = yield* sanitizedStage(
      { defense, interactions, place, stage, depends: [key, upstream] },
      context,
    );
    if (!first) {
      first = sanitized.suspicion;
      detected = yield* reportDetection(component.id, first, genuineCount, sweptShares(context.spec));
    }
    for (const user of sanitized.removed) removed.add(user);
    interactions = withoutUsers(interactions, sanitized.removed);
  }
  const fakes = data.userCount - genuineCount;
  const lost = [...removed].filter((user) => user < genuineCount).length;
  return {
    interactions,
    suspicion: first,
    metrics: {
      ...detected,
      'detector.genuineLost': genuineCount === 0 ? null : lost / genuineCount,
      'detector.fakesFound': fakes === 0 ? null : (removed.size - lost) / fakes,
    },
  };
}

interface SanitizedStage {
  readonly defense: Defense;
  readonly interactions: Interactions;
  /** Name of its randomness. */
  readonly place: string;
  readonly stage: string;
  /** What its outcome depends on. */
  readonly depends: readonly unknown[];
}

/** One detector at work, or its outcome from the cache. It is given the interactions and nothing else that the runner knows. */
async function* sanitizedStage(
  { defense, interactions, place, stage, depends }: SanitizedStage,
  { host, streams, recorder }: RepeatContext,
): AsyncGenerator<RepeatEvent, Sanitized> {
  const rng = streams.init.stream(place);
  const parts = { rng, emit: () => undefined, checkpoint: async () => undefined, restored: undefined };
  const kept = yield* cachedStage(host, stageKey(host, 'detector', ...depends, rng.key), async function* () {
    const sanitize = defense.sanitize as NonNullable<Defense['sanitize']>;
    const working = sanitize(interactions, runContext(parts, host));
    let next = await working.next();
    try {
      while (!next.done) {
        yield { kind: 'progress', progress: { ...next.value, stage } } as const;
        next = await working.next();
      }
      const { suspicion, removed } = next.value;
      return { suspicion, removed };
    } finally {
      if (!next.done) await working.return(undefined as never);
    }
  });
  recorder.seconds(stage, kept.seconds);
  return kept.value;
}
