import { selectRows } from '../../data/select-rows.ts';
import type { Interactions } from '../../data/interactions.ts';
import type { Rng } from '../../math/rng.ts';

/** The rows of a random share of the users, at least one, in their order (Tang et al. 2020, section 2.2: partial knowledge). */
export function knownUsers(train: Interactions, share: number, rng: Rng): Interactions {
  if (share >= 1 || train.userCount === 0) return train;
  const count = Math.max(1, Math.round(share * train.userCount));
  const chosen = rng.sample(train.userCount, count).sort();
  const { offsets, items } = selectRows(train, chosen);
  return { userCount: count, itemCount: train.itemCount, offsets, items };
}
