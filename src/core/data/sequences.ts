import { itemsOf, type Interactions } from './interactions.ts';

/** Each user's items in order of time, equal times by item id, repeats kept: `items[offsets[u] .. offsets[u + 1])`. */
export interface Sequences {
  readonly userCount: number; // U
  readonly itemCount: number; // I
  readonly offsets: Int32Array; // [U + 1]
  readonly items: Int32Array; // [nnz]
}

/** The sequences of interactions that have times; undefined for those that have none or lack some. */
export function sequencesOf(interactions: Interactions): Sequences | undefined {
  const { userCount, itemCount, offsets, items, times } = interactions;
  if (!times || times.some(Number.isNaN)) return undefined;
  const ordered = new Int32Array(items.length);
  for (let user = 0; user < userCount; user++) ordered.set(inTime(interactions, user, times), offsets[user]);
  return { userCount, itemCount, offsets, items: ordered };
}

/** One user's items in order of time, without putting everybody's in order; undefined where they have no times. */
export function historyOf(interactions: Interactions, user: number): Int32Array | undefined {
  const { times, offsets } = interactions;
  if (!times || times.subarray(offsets[user], offsets[user + 1]).some(Number.isNaN)) return undefined;
  return inTime(interactions, user, times);
}

function inTime(interactions: Interactions, user: number, times: Float64Array): Int32Array {
  const from = interactions.offsets[user] as number;
  const places = Array.from(itemsOf(interactions, user), (_, at) => from + at);
  // Items ascend within a user, so that the place breaks ties of time by item id.
  places.sort((a, b) => (times[a] as number) - (times[b] as number) || a - b);
  return Int32Array.from(places, (place) => interactions.items[place] as number);
}

/** One user's items in order of time, as a view. */
export function sequenceOf(sequences: Sequences, user: number): Int32Array {
  return sequences.items.subarray(sequences.offsets[user] ?? 0, sequences.offsets[user + 1] ?? 0);
}

/** Sequences from lists, a user each. */
export function sequencesFromLists(lists: readonly ArrayLike<number>[], itemCount: number): Sequences {
  const offsets = new Int32Array(lists.length + 1);
  lists.forEach((list, at) => (offsets[at + 1] = (offsets[at] as number) + list.length));
  const items = new Int32Array(offsets[lists.length] as number);
  lists.forEach((list, at) => items.set(Array.from(list), offsets[at]));
  return { userCount: lists.length, itemCount, offsets, items };
}

/**
 * Holds the last item of every user back for validation (leave-one-out: the split has taken the test item already). A user with a single
 * item keeps it and is not validated: `last` is -1.
 */
export function withoutLast(sequences: Sequences): { readonly known: Sequences; readonly last: Int32Array } {
  const last = new Int32Array(sequences.userCount).fill(-1);
  const lists = Array.from(last, (_, user) => {
    const all = sequenceOf(sequences, user);
    if (all.length < 2) return all;
    last[user] = all[all.length - 1] as number;
    return all.subarray(0, -1);
  });
  return { known: sequencesFromLists(lists, sequences.itemCount), last };
}
