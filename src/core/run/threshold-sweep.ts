import { withoutUsers } from '../data/without-users.ts';
import { mostSuspicious } from '../math/most-suspicious.ts';
import type { RepeatContext } from './repeat-context.ts';
import type { RepeatEvent } from './repeat-event.ts';
import type { PhaseData } from './report-phase.ts';
import { stageKey } from './stage-runner.ts';
import { sweptShares, sweptStage } from './swept-shares.ts';
import { victimPhase, type VictimRun } from './victim-phase.ts';

/** Name of the x axis of what is measured once per share. */
export const removedLabel = 'share of users removed';

/**
 * What a detector's threshold would buy: for each share that the evaluation names, the victim is trained from scratch on the attacked data
 * without the most suspicious users, from the seed of the attacked victim and with no other defense, and every metric becomes a point of
 * `afterRemoval.<metric>`. At share 0 it is the attacked victim, bit for bit. Users who were removed by mistake still count among the genuine.
 */
export async function* thresholdSweep(
  attacked: PhaseData,
  suspicion: Float32Array,
  context: RepeatContext,
): AsyncGenerator<RepeatEvent> {
  for (const share of sweptShares(context.spec)) {
    const run = runWithout(mostSuspicious(suspicion, share), share, attacked, context);
    const { metrics } = yield* victimPhase(run, context);
    for (const [name, value] of Object.entries(metrics))
      yield { kind: 'point', series: `afterRemoval.${name}`, label: removedLabel, x: share, value };
    const { stage } = run;
    yield { kind: 'progress', progress: { level: 'stage', stage, done: 1, total: 1, unit: 'stages' } };
  }
}

/** Shares that remove the same users share one victim. */
function runWithout(
  removed: Int32Array,
  share: number,
  { interactions, key }: PhaseData,
  { host, streams }: RepeatContext,
): VictimRun {
  const rng = streams.init.stream('victim');
  const stage = sweptStage(share);
  if (removed.length === 0) return { stage, interactions, dataKey: key, rng };
  return {
    stage,
    interactions: withoutUsers(interactions, removed),
    dataKey: stageKey(host, 'without', key, Array.from(removed)),
    rng,
  };
}
