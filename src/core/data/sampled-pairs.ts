import type { Rng } from '../math/rng.ts';
import { itemsOf, type Interactions } from './interactions.ts';

/** A batch of observed pairs with items that the user does not have. */
export interface SampledPairs {
  readonly users: Int32Array; // [B]
  readonly items: Int32Array; // [B]
  /** Row-major. // [B, n] */
  readonly negatives: Int32Array;
}

/** What a sampler keeps from batch to batch. */
interface Kept {
  readonly interactions: Interactions;
  readonly key: string;
  readonly order: Int32Array; // [nnz]
  readonly userOf: Int32Array; // [nnz]
  /** Items of the users who came up so far, by user. */
  readonly owned: Set<number>[];
}

/**
 * The pairs of one batch of an epoch: the observed pairs in the shuffled order of the epoch, each with `negativeCount` items drawn
 * uniformly among those the user does not have (among all when the user has every item). Replayable: the same (epoch, index) gives the
 * same draws. The order of the last epoch asked for is kept, and what each user has as a set: active users come most often and have most,
 * so that looking their items through at every draw was three quarters of a training of CML.
 */
export function pairSampler(batchSize: number, negativeCount: number) {
  let kept: Kept | undefined;
  return (interactions: Interactions, index: number, epochRng: Rng): SampledPairs => {
    const { itemCount, items } = interactions;
    if (kept?.interactions !== interactions || kept.key !== epochRng.key) {
      const { userOf, owned } =
        kept?.interactions === interactions ? kept : { userOf: usersOf(interactions), owned: [] };
      const order = Int32Array.from({ length: items.length }, (_, at) => at);
      kept = {
        interactions,
        key: epochRng.key,
        order: epochRng.stream('order').shuffle(order),
        userOf,
        owned,
      };
    }
    const { userOf, owned } = kept;
    const chosen = kept.order.subarray(index * batchSize, (index + 1) * batchSize);
    const users = Int32Array.from(chosen, (at) => userOf[at] as number);
    const draws = epochRng.stream('negatives').stream(index);
    const negatives = new Int32Array(chosen.length * negativeCount);
    users.forEach((user, row) => {
      const own = (owned[user] ??= new Set(itemsOf(interactions, user)));
      const full = own.size >= itemCount;
      for (let at = 0; at < negativeCount; at++) {
        let item = draws.integer(itemCount);
        while (!full && own.has(item)) item = draws.integer(itemCount);
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
