import type { Poison, Progress } from '../contracts.ts';
import { interactionCount, itemIndex, type Interactions } from '../data/interactions.ts';
import { applyPoison } from '../data/poison.ts';
import { findSpec } from '../find-spec.ts';
import type { Component } from '../params/fields.ts';
import { atEqualBudget, clicksAllowed } from './equal-budget.ts';
import type { RepeatContext } from './repeat-context.ts';
import type { RepeatEvent } from './repeat-event.ts';
import { reportPhase } from './report-phase.ts';
import { runAttack } from './run-attack.ts';
import { cachedStage, stageKey } from './stage-runner.ts';
import { stealth } from './stealth.ts';

/** What an opponent made, as the cache keeps it. */
type PackedOpponent = {
  readonly userCount: number;
  readonly offsets: Int32Array;
  readonly items: Int32Array;
};

/** The attack's opponent with the same targets, as many fake users and at most as many clicks each, on the same victim with the same seed. */
export async function* opponentPhase(
  opponent: Component,
  attack: Component,
  { fakeUsers }: Poison,
  context: RepeatContext,
): AsyncGenerator<RepeatEvent> {
  const { prepared, streams, host, dataKey, recorder } = context;
  const { train, targets, popularity } = prepared;
  const clicks = clicksAllowed(attack, fakeUsers, targets.length);
  const bounded = atEqualBudget(opponent, clicks, targets.length);
  const rng = streams.attack.stream('opponent');
  const key = stageKey(host, 'opponent', dataKey, bounded, rng.key);
  const outcome = yield* cachedStage(host, key, () => made(bounded, key, context));
  recorder.seconds('opponent', outcome.seconds);
  const theirs: Interactions = { ...outcome.value, itemCount: train.itemCount };
  yield {
    kind: 'view',
    content: { view: 'profiles', name: 'opponent profiles', fakeUsers: theirs, targets, popularity },
  };
  const interactions = applyPoison(train, { produces: 'poison', fakeUsers: theirs });
  const look = stealth(theirs, popularity);
  yield* reportPhase('opponent', { interactions, key }, streams.init.stream('victim'), context, look);
  const { name } = findSpec('attacks', opponent.id, 'evaluation.opponent.id');
  yield {
    kind: 'note',
    text: `Opponent: ${name}, ${theirs.userCount} fake users with at most ${clicks} clicks each; they make ${meanClicks(theirs)} on average, those of the attack ${meanClicks(fakeUsers)}.`,
  };
}

async function* made(
  opponent: Component,
  key: string,
  { prepared, streams, host }: RepeatContext,
): AsyncGenerator<RepeatEvent, PackedOpponent> {
  const { train, targets, dataset } = prepared;
  const { heldBackUsers, itemIds } = dataset;
  const input = { train, targets: targets.map(itemIndex), itemIds, ...(heldBackUsers && { heldBackUsers }) };
  const rng = streams.attack.stream('opponent');
  const running = runAttack(opponent, 'poison', input, rng, key, [], host);
  try {
    let next = await running.next();
    while (!next.done) {
      if (next.value.kind === 'progress') yield { kind: 'progress', progress: named(next.value.progress) };
      next = await running.next();
    }
    const { userCount, offsets, items } = next.value.fakeUsers;
    return { userCount, offsets, items };
  } finally {
    await running.return(undefined as never);
  }
}

/** The attack's words for its work, said of the opponent. */
function named({ level, stage, done, total, unit, values }: Progress): Progress {
  return { level, stage: stage.replace(/^attack/, 'opponent'), done, total, unit, ...(values && { values }) };
}

function meanClicks(fakeUsers: Interactions): string {
  return (interactionCount(fakeUsers) / Math.max(1, fakeUsers.userCount)).toFixed(1);
}
