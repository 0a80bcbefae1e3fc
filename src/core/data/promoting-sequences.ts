import { badInput } from '../errors.ts';
import type { Rng } from '../math/rng.ts';
import { interactionsFromEntries, type Interactions } from './interactions.ts';

export interface PromotingSequences {
  readonly count: number; // F
  readonly length: number;
  /** Items that are tried before each target. */
  readonly candidates: number;
  /** Length of the list that a target should enter. */
  readonly listLength: number;
}

/** Scores of every item after each history, row-major. // [B, I] */
export type Scoring = (histories: readonly Int32Array[]) => Promise<Float32Array>;

/** A sequence that grows: its items, and the targets in the order in which they come. */
interface Growing {
  readonly items: number[];
  readonly order: Int32Array;
}

/**
 * Fake sequences that teach a recommender of sequences to name the targets (data poisoning of Yue et al. 2021): items that lead up
 * alternate with targets. Each item that leads up is chosen against the stolen model: of `candidates` items that led up least often so far,
 * the one after which it places the target nearest behind its first `listLength` items. There the least has to change, and where the
 * target is named already nothing is wasted.
 *
 * Differs from the source, which moves the vector of an item along the sign of the gradient and takes the neighbour of lowest cosine: here
 * scores alone decide, so that a copy of any architecture will do. Without `scoring` the items that lead up are drawn uniformly: random
 * sequences of equal budget, with the same targets in the same places.
 */
export async function promotingSequences(
  settings: PromotingSequences,
  targets: readonly number[],
  itemCount: number,
  scoring: Scoring | undefined,
  rng: Rng,
): Promise<Interactions> {
  const { count, length } = settings;
  const growing: readonly Growing[] = Array.from({ length: count }, (_, user) => ({
    items: [],
    order: rng.stream('targets').stream(user).shuffle(Int32Array.from(targets)),
  }));
  const used = new Int32Array(itemCount);
  for (let pair = 0; 2 * pair < length; pair++) {
    for (const [user, { items, order }] of growing.entries()) {
      const target = order[pair % order.length] as number;
      const draws = rng.stream('leads').stream(user).stream(pair);
      const open = Array.from({ length: itemCount }, (_, item) => item).filter(
        (item) => !targets.includes(item) && !items.includes(item),
      );
      if (open.length === 0)
        throw badInput(
          'evaluation.downstream.sequenceLength',
          'leaves no item that could lead up to a target',
          length,
        );
      const lead = scoring
        ? await nearMiss(settings, leastUsed(open, used, settings.candidates, draws), items, target, scoring)
        : open[draws.integer(open.length)];
      used[lead as number] = (used[lead as number] ?? 0) + 1;
      items.push(lead as number, target);
    }
  }
  const entries = growing.flatMap(({ items }, user) =>
    items.slice(0, length).map((item, time) => ({ user, item, time })),
  );
  return interactionsFromEntries(count, itemCount, entries);
}

/** At most so many of the items that led up least often so far, at random. */
function leastUsed(open: readonly number[], used: Int32Array, count: number, draws: Rng): number[] {
  const fewest = open.reduce((least, item) => Math.min(least, used[item] as number), Infinity);
  return draws.shuffle(open.filter((item) => used[item] === fewest)).slice(0, count);
}

/** The candidate after which the target comes nearest behind the list; where it is on every list, the one after which it comes last. */
async function nearMiss(
  { listLength }: PromotingSequences,
  candidates: readonly number[],
  before: readonly number[],
  target: number,
  scoring: Scoring,
): Promise<number> {
  const scores = await scoring(candidates.map((item) => Int32Array.of(...before, item)));
  const itemCount = scores.length / candidates.length;
  const places = candidates.map((_, row) => {
    const own = scores.subarray(row * itemCount, (row + 1) * itemCount);
    return own.reduce((better, score) => better + Number(score > (own[target] as number)), 0);
  });
  const behind = places.filter((place) => place >= listLength);
  const wanted = behind.length > 0 ? Math.min(...behind) : Math.max(...places);
  return candidates[places.indexOf(wanted)] as number;
}
