import type { Protocol, UserRanking } from '../contracts.ts';
import { badInput, notFinite } from '../errors.ts';

/** Item ids by user as compressed sparse rows; `Interactions` is one. */
export interface ItemRows {
  readonly offsets: Int32Array; // [U + 1]
  readonly items: Int32Array; // [nnz]
}

/** A chunk of scores and what is known of its users. Row b of `scores` belongs to user `users[b]` of both item rows. */
export interface RankingInput {
  readonly scores: Float32Array; // [B, I]
  readonly itemCount: number; // I
  readonly users: readonly number[]; // [B]
  readonly owned: ItemRows;
  readonly heldOut: ItemRows;
  readonly targets: readonly number[];
  readonly protocol: Pick<Protocol, 'history' | 'ties'>;
}

/**
 * Where the held-out items and the targets of each user stand among the candidates, by descending score, without sorting
 * the candidates: the position of an item is the number of candidates that come before it. Among equal scores the items in
 * question come last (pessimistic) or first (optimistic), those of the same sort one after another. Held-out items and
 * targets are two rankings: in each, the other sort counts as ordinary candidates.
 *
 * Costs O(I log S) a user for S items in question. A score that is not finite is an error, because it has no place.
 */
export function userRankings(input: RankingInput): UserRanking[] {
  const { scores, itemCount, users, owned, heldOut, protocol } = input;
  if (scores.length !== users.length * itemCount) {
    throw badInput('scores', `must hold ${users.length} rows of ${itemCount} scores`, scores.length);
  }
  const targets = distinct(input.targets, itemCount, 'targets');
  const excluded = new Uint8Array(itemCount);
  return users.map((user, b) => {
    const row = scores.subarray(b * itemCount, (b + 1) * itemCount);
    assertFinite(row, user);
    const own = distinct(rowOf(owned, user), itemCount, 'owned');
    const ownSet = new Set(own);
    const held = distinct(rowOf(heldOut, user), itemCount, 'heldOut');
    const masked = protocol.history === 'masked';
    if (masked && held.some((item) => ownSet.has(item))) {
      throw badInput('heldOut', `user ${user} has a held-out item in the masked training history`);
    }
    const open = targets.filter((item) => !ownSet.has(item));
    if (masked) for (const item of own) excluded[item] = 1;
    const ranking = {
      heldOut: positions(row, held, excluded, protocol.ties),
      targets: positions(row, open, excluded, protocol.ties),
      ownedTargets: targets.length - open.length,
      targetCount: targets.length,
      candidateCount: masked ? itemCount - own.length : itemCount,
    };
    for (const item of own) excluded[item] = 0;
    return ranking;
  });
}

/** Positions of `asked` among the items that are not excluded, ascending. Leaves `excluded` as it was. */
function positions(
  row: Float32Array,
  asked: readonly number[],
  excluded: Uint8Array,
  ties: Protocol['ties'],
): number[] {
  const count = asked.length;
  if (count === 0) return [];
  const thresholds = Float32Array.from(asked, (item) => row[item] as number)
    .sort()
    .reverse();
  for (const item of asked) excluded[item] = 1;
  const beaten =
    count === 1
      ? [beating(row, thresholds[0] as number, excluded, ties)]
      : beatingEach(row, thresholds, excluded, ties);
  for (const item of asked) excluded[item] = 0;
  let before = 0;
  return Array.from(beaten, (more, j) => (before += more) + j);
}

/** How many ordinary candidates come before one item: most evaluations hold out one item a user, so this loop stays tight. */
function beating(row: Float32Array, threshold: number, excluded: Uint8Array, ties: Protocol['ties']): number {
  let count = 0;
  if (ties === 'pessimistic') {
    for (let item = 0; item < row.length; item++) {
      count += Number((row[item] as number) >= threshold) & ((excluded[item] as number) ^ 1);
    }
  } else {
    for (let item = 0; item < row.length; item++) {
      count += Number((row[item] as number) > threshold) & ((excluded[item] as number) ^ 1);
    }
  }
  return count;
}

/** For descending thresholds: how many ordinary candidates come before threshold j but not before threshold j - 1. */
function beatingEach(
  row: Float32Array,
  thresholds: Float32Array,
  excluded: Uint8Array,
  ties: Protocol['ties'],
): Int32Array {
  const beaten = new Int32Array(thresholds.length);
  const lowest = thresholds[thresholds.length - 1] as number;
  const tieWins = ties === 'pessimistic';
  for (let item = 0; item < row.length; item++) {
    const score = row[item] as number;
    if (score < lowest || excluded[item] === 1) continue;
    let low = 0;
    let high = thresholds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const threshold = thresholds[middle] as number;
      if (score > threshold || (tieWins && score === threshold)) high = middle;
      else low = middle + 1;
    }
    if (low < beaten.length) beaten[low] = (beaten[low] as number) + 1;
  }
  return beaten;
}

function rowOf(rows: ItemRows, user: number): Int32Array {
  return rows.items.subarray(rows.offsets[user] ?? 0, rows.offsets[user + 1] ?? 0);
}

function distinct(items: ArrayLike<number>, itemCount: number, what: string): number[] {
  const unique = [...new Set(Array.from(items))];
  const strange = unique.find((item) => !(Number.isInteger(item) && item >= 0 && item < itemCount));
  if (strange !== undefined) throw badInput(what, `item ids must lie in 0..${itemCount - 1}`, strange);
  return unique;
}

function assertFinite(row: Float32Array, user: number): void {
  let probe = 0;
  for (let item = 0; item < row.length; item++) probe += (row[item] as number) * 0;
  if (probe === 0) return;
  const item = row.findIndex((score) => !Number.isFinite(score));
  throw notFinite(`The score of item ${item} for user ${user}`, 'Lower the learning rate of the model.');
}
