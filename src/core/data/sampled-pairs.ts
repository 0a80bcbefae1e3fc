import type { Rng } from '../math/rng.ts';
import { itemsOf, type Interactions } from './interactions.ts';

/** A batch of observed pairs with items that the user does not have. */
export interface SampledPairs {
  readonly users: Int32Array; // [B]
  readonly items: Int32Array; // [B]
  /** Row-major. // [B, n] */
  readonly negatives: Int32Array;
}

/**
 * The pairs of one batch of an epoch: the observed pairs in the shuffled order of the epoch, each with `negativeCount` items drawn
 * uniformly among those the user does not have (among all when the user has every item). Replayable: the same (epoch, index) gives the
 * same draws. The order of the last epoch asked for is kept.
 */
export function pairSampler(batchSize: number, negativeCount: number) {
  let kept: { interactions: Interactions; key: string; order: Int32Array; userOf: Int32Array } | undefined;
  return (interactions: Interactions, index: number, epochRng: Rng): SampledPairs => {
    const { itemCount, items } = interactions;
    if (kept?.interactions !== interactions || kept.key !== epochRng.key) {
      const userOf = kept?.interactions === interactions ? kept.userOf : usersOf(interactions);
      const order = Int32Array.from({ length: items.length }, (_, at) => at);
      kept = { interactions, key: epochRng.key, order: epochRng.stream('order').shuffle(order), userOf };
    }
    const { userOf } = kept;
    const chosen = kept.order.subarray(index * batchSize, (index + 1) * batchSize);
    const users = Int32Array.from(chosen, (at) => userOf[at] as number);
    const draws = epochRng.stream('negatives').stream(index);
    const negatives = new Int32Array(chosen.length * negativeCount);
    users.forEach((user, row) => {
      const own = itemsOf(interactions, user);
      const full = new Set(own).size >= itemCount;
      for (let at = 0; at < negativeCount; at++) {
        let item = draws.integer(itemCount);
        while (!full && own.includes(item)) item = draws.integer(itemCount);
        negatives[row * negativeCount + at] = item;
      }
    });
    return { users, items: Int32Array.from(chosen, (at) => items[at] as number), negatives };
  };
}

/** User of every interaction. // [nnz] */
function usersOf({ userCount, offsets, items }: Interactions): Int32Array {
  const users = new Int32Array(items.length);
  for (let user = 0; user < userCount; user++) users.fill(user, offsets[user], offsets[user + 1]);
  return users;
}
