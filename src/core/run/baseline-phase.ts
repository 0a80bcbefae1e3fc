import type { Poison } from '../contracts.ts';
import { interactionCount } from '../data/interactions.ts';
import { applyPoison } from '../data/poison.ts';
import { canonicalJson } from '../math/fingerprint.ts';
import type { RepeatContext } from './repeat-context.ts';
import type { RepeatEvent } from './repeat-event.ts';
import { reportPhase } from './report-phase.ts';
import { runAttack } from './run-attack.ts';
import { reportStealth } from './stealth.ts';

/** Random filler of the same budget as a poison: as many fake users, who click the targets and on average as many items. */
export async function* baselinePhase(
  { fakeUsers }: Poison,
  context: RepeatContext,
): AsyncGenerator<RepeatEvent> {
  const { prepared, streams, host, spec, dataKey } = context;
  const { train, targets } = prepared;
  const users = fakeUsers.userCount;
  const meanClicks = users === 0 ? 0 : interactionCount(fakeUsers) / users;
  const fillers = Math.max(0, Math.round(meanClicks) - targets.length);
  const fillerCount = Math.min(fillers, train.itemCount - targets.length);
  const params = { fakeUserCount: users, fillerCount, targetItems: spec.attack?.params.targetItems };
  const attack = { id: 'random-filler', params };
  const rng = streams.attack.stream('baseline');
  const running = runAttack(attack, 'poison', { train, targets }, rng, `baseline-${rng.key}`, [], host);
  let next = await running.next();
  while (!next.done) next = await running.next();
  const data = {
    interactions: applyPoison(train, next.value),
    key: `${dataKey} ${rng.key} ${canonicalJson(attack)}`,
  };
  const look = yield* reportStealth('clicks.baseline', next.value.fakeUsers, prepared.popularity);
  yield* reportPhase('baseline', data, streams.init.stream('victim'), context, look);
  yield {
    kind: 'note',
    text: `Random filler of equal budget: ${users} fake users, each clicks the targets and ${fillerCount} random items.`,
  };
}
