import type { Interactions } from '../../data/interactions.ts';
import { selectRows } from '../../data/select-rows.ts';
import type { Rng } from '../../math/rng.ts';
import type { UnrolledInjectionParameters } from './spec.ts';

type Knowledge = Pick<UnrolledInjectionParameters, 'knownFraction' | 'knownOf'>;

/** What the attacker sees of the training data (Tang et al. 2020, section 2.2: partial knowledge); with all of it, the data itself. */
export function knownPart(
  train: Interactions,
  { knownFraction, knownOf }: Knowledge,
  rng: Rng,
): Interactions {
  const whole = knownOf === 'users' ? train.userCount : train.items.length;
  if (knownFraction >= 1 || whole === 0) return train;
  const count = Math.max(1, Math.round(knownFraction * whole));
  const chosen = rng.sample(whole, count).sort();
  return knownOf === 'users' ? usersAmong(train, chosen) : clicksAmong(train, chosen);
}

/** The rows of some users, ascending, with everything they clicked. */
function usersAmong(train: Interactions, users: Int32Array): Interactions {
  const { offsets, items } = selectRows(train, users);
  return { userCount: users.length, itemCount: train.itemCount, offsets, items };
}

/** Some clicks, ascending, each of the user who made it. Users of whom none is seen are unknown too, and leave no empty row. */
function clicksAmong(
  { userCount, itemCount, offsets, items }: Interactions,
  clicks: Int32Array,
): Interactions {
  const ends: number[] = [0];
  let at = 0;
  for (let user = 0; user < userCount; user++) {
    const from = at;
    while (at < clicks.length && (clicks[at] as number) < (offsets[user + 1] as number)) at++;
    if (at > from) ends.push(at);
  }
  return {
    userCount: ends.length - 1,
    itemCount,
    offsets: Int32Array.from(ends),
    items: clicks.map((click) => items[click] as number),
  };
}
