import { applyPoison } from '../core/data/poison.ts';
import { interactionsFromEntries, type Interactions } from '../core/data/interactions.ts';
import { createRng } from '../core/math/rng.ts';
import { roc } from '../core/math/roc.ts';
import type { Defense } from '../core/contracts.ts';
import type { RunContext } from '../core/contracts.ts';
import { fakeProfiles } from './fake-profiles.ts';
import { drained } from './test-host.ts';

export const genuineCount = 400;
const itemCount = 200;
const fakeCount = 40;

/**
 * People of five tastes: an item is clicked in proportion to its popularity (1 / rank within its taste), eight times as often by those
 * who share its taste; numbers of clicks are log-normal. Below them fake users of a known kind, who click as much as people do.
 */
export async function plantedShilling(kind: 'random-filler' | 'bandwagon', seed = 1): Promise<Interactions> {
  const rng = createRng(seed);
  const entries = Array.from({ length: genuineCount }, (_, user) => {
    const own = rng.stream(user);
    const clicks = Math.min(60, Math.max(8, Math.round(Math.exp(3 + 0.4 * own.normal()))));
    const chances = Array.from({ length: itemCount }, (_each, item) => {
      const popularity = 1 / (2 + Math.floor(item / 5));
      return popularity * (item % 5 === user % 5 ? 8 : 1);
    });
    const keys = chances.map((chance) => -Math.log(1 - own.uniform()) / chance);
    const order = keys.map((_key, item) => item).sort((a, b) => (keys[a] as number) - (keys[b] as number));
    return order.slice(0, clicks).map((item) => ({ user, item }));
  }).flat();
  const train = interactionsFromEntries(genuineCount, itemCount, entries);
  const params = { fakeUserCount: fakeCount, fillerCount: 20, popularCount: 3 };
  const rows = await fakeProfiles(kind, params, train, [120]);
  const fakes = rows.flatMap((items, user) => items.map((item) => ({ user, item })));
  const fakeUsers = interactionsFromEntries(fakeCount, itemCount, fakes);
  return applyPoison(train, { produces: 'poison', fakeUsers });
}

/** Area under the ROC of a detector's suspicion, and whom it removed. */
export async function detected(defense: Defense, data: Interactions, context: RunContext) {
  if (!defense.sanitize) throw new Error('this defense cleans no data');
  const { suspicion, removed } = (await drained(defense.sanitize(data, context))).returned;
  const labels = Array.from(suspicion, (_, user) => (user < genuineCount ? 0 : 1));
  return { auc: roc(suspicion, labels).auc, removed, suspicion };
}
