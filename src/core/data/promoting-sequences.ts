import type { Rng } from '../math/rng.ts';
import { topK } from '../math/top-k.ts';
import { interactionsFromEntries, type Interactions } from './interactions.ts';

export interface PromotingSequences {
  readonly count: number; // F
  readonly length: number;
  /** Items that are tried before each target. */
  readonly candidates: number;
}

/** Scores of every item after each history, row-major. // [B, I] */
export type Scoring = (histories: readonly Int32Array[]) => Promise<Float32Array>;

/**
 * Fake sequences that teach a recommender of sequences to name the targets in many situations (data poisoning of Yue et al. 2021): items
 * that lead up alternate with targets. Each item that leads up is chosen against the stolen model: of `candidates` drawn from what it
 * would recommend next (its best 10 · candidates items, so that the sequence looks like one it knows), the one after which it gives the
 * target the lowest probability, from which there is most to learn. Differs from the source, which perturbs the vector of the item by the
 * sign of the gradient and takes the nearest neighbour of lowest cosine: here the scores alone decide, so that any model will do.
 *
 * Without `scoring` the items that lead up are drawn uniformly: random sequences of equal budget, with the same targets in the same places.
 */
export async function promotingSequences(
  { count, length, candidates }: PromotingSequences,
  targets: readonly number[],
  itemCount: number,
  scoring: Scoring | undefined,
  rng: Rng,
): Promise<Interactions> {
  const orders = Array.from({ length: count }, (_, user) =>
    rng.stream('targets').stream(user).shuffle(Int32Array.from(targets)),
  );
  let sequences: Int32Array[] = orders.map(() => new Int32Array(0));
  for (let pair = 0; 2 * pair < length; pair++) {
    const leads = await leadsOf(sequences, orders, pair);
    sequences = sequences.map((sequence, user) => {
      const order = orders[user] as Int32Array;
      const target = order[pair % order.length] as number;
      return Int32Array.of(...sequence, leads[user] as number, target).subarray(0, length);
    });
  }
  return interactionsFromEntries(
    count,
    itemCount,
    sequences.flatMap((sequence, user) => Array.from(sequence, (item, time) => ({ user, item, time }))),
  );

  /** What leads up to target `pair` of every sequence. */
  async function leadsOf(known: readonly Int32Array[], order: readonly Int32Array[], pair: number) {
    const draws = (user: number) => rng.stream('leads').stream(user).stream(pair);
    const isOpen = (item: number, user: number) =>
      !targets.includes(item) && !(known[user] as Int32Array).includes(item);
    if (!scoring || count === 0) {
      return known.map((_, user) => {
        const own = draws(user);
        let item = own.integer(itemCount);
        for (let tries = 0; !isOpen(item, user) && tries < 1000; tries++) item = own.integer(itemCount);
        return item;
      });
    }
    const scores = await scoring(known);
    const tried = known.map((_, user) => {
      const row = scores.subarray(user * itemCount, (user + 1) * itemCount);
      const closed = Array.from({ length: itemCount }, (__, item) => item).filter(
        (item) => !isOpen(item, user),
      );
      const likely = topK(row, 10 * candidates, closed).ids;
      return draws(user).shuffle(likely).subarray(0, candidates);
    });
    const after = await scoring(
      tried.flatMap((items, user) =>
        Array.from(items, (item) => Int32Array.of(...(known[user] ?? []), item)),
      ),
    );
    let row = 0;
    return tried.map((items, user) => {
      const target = order[user]?.[pair % targets.length] as number;
      const chances = Array.from(items, () => {
        const own = after.subarray(row * itemCount, ++row * itemCount);
        return logChance(own, target);
      });
      return items[chances.indexOf(Math.min(...chances))] as number;
    });
  }
}

/** log softmax(scores)[item]. */
function logChance(scores: Float32Array, item: number): number {
  const highest = scores.reduce((most, score) => Math.max(most, score), Number.NEGATIVE_INFINITY);
  const sum = scores.reduce((total, score) => total + Math.exp(score - highest), 0);
  return (scores[item] as number) - highest - Math.log(sum);
}
