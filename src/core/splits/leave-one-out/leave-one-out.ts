import type { Split } from '../../contracts.ts';
import { itemsOf, type Interactions } from '../../data/interactions.ts';
import { divided } from '../../data/divide.ts';
import { badInput } from '../../errors.ts';
import type { LeaveOneOutParameters } from './spec.ts';

/** Hides one distinct item of each user who has at least `minimum` of them: a random one, or the latest. */
export const leaveOneOut: Split<LeaveOneOutParameters> = {
  split(interactions, { pick, minimum }, rng) {
    const draws = rng.stream('leave-one-out');
    const hidden = new Int32Array(interactions.userCount).fill(-1);
    for (let user = 0; user < interactions.userCount; user++) {
      const items = [...new Set(itemsOf(interactions, user))];
      if (items.length < minimum) continue;
      hidden[user] =
        pick === 'latest' ? latestItem(interactions, user) : (items[draws.integer(items.length)] as number);
    }
    return divided(interactions, (user, item) => hidden[user] === item);
  },
};

/** The item of the largest time; of equals the last in id order, which is the order within a user. */
function latestItem(interactions: Interactions, user: number): number {
  const { times, offsets, items } = interactions;
  if (!times) throw badInput('split.params.pick', 'needs data with times', 'latest');
  let latest = offsets[user] as number;
  for (let at = latest; at < (offsets[user + 1] as number); at++) {
    if (Number.isNaN(times[at])) {
      throw badInput(
        'split.params.pick',
        `needs the time of every interaction, user ${user} lacks some`,
        'latest',
      );
    }
    if ((times[at] as number) >= (times[latest] as number)) latest = at;
  }
  return items[latest] as number;
}
