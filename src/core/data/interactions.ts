/** Dense user index 0..U-1. Branded, so that it cannot be mixed up with a dataset's own user id or an item index. */
export type UserIndex = number & { readonly __brand: 'UserIndex' };
/** Dense item index 0..I-1. */
export type ItemIndex = number & { readonly __brand: 'ItemIndex' };

/**
 * Who interacted with what, as compressed sparse rows: the items of user u are `items[offsets[u] .. offsets[u + 1])`.
 * Within a user, items ascend unless `ordered` is 'time'. `values` (ratings) and `times` (seconds) are aligned with `items`.
 */
export interface Interactions {
  readonly userCount: number; // U
  readonly itemCount: number; // I
  readonly offsets: Int32Array; // [U + 1]
  readonly items: Int32Array; // [nnz]
  readonly values?: Float32Array; // [nnz]
  readonly times?: Float64Array; // [nnz]
}

/** One interaction before indexing. */
export interface Entry {
  readonly user: number;
  readonly item: number;
  readonly value?: number;
  readonly time?: number;
}

export function userIndex(index: number): UserIndex {
  return index as UserIndex;
}

export function itemIndex(index: number): ItemIndex {
  return index as ItemIndex;
}

/** Number of stored interactions (nnz). */
export function interactionCount(interactions: Interactions): number {
  return interactions.items.length;
}

/** Items of one user, as a view (not a copy). */
export function itemsOf(interactions: Interactions, user: number): Int32Array {
  return interactions.items.subarray(interactions.offsets[user] ?? 0, interactions.offsets[user + 1] ?? 0);
}

/** Interactions per item. // [I] */
export function itemCounts(interactions: Interactions): Int32Array {
  const counts = new Int32Array(interactions.itemCount);
  for (const item of interactions.items) counts[item] = (counts[item] ?? 0) + 1;
  return counts;
}

/** Rows of `second` below the rows of `first`, over the same items. Ratings and times are kept where both have them. */
export function stackInteractions(first: Interactions, second: Interactions): Interactions {
  const offsets = new Int32Array(first.userCount + second.userCount + 1);
  offsets.set(first.offsets);
  for (let u = 0; u <= second.userCount; u++) {
    offsets[first.userCount + u] = first.items.length + (second.offsets[u] ?? 0);
  }
  const items = new Int32Array(first.items.length + second.items.length);
  items.set(first.items);
  items.set(second.items, first.items.length);
  const base = { userCount: first.userCount + second.userCount, itemCount: first.itemCount, offsets, items };
  return {
    ...base,
    ...(first.values && second.values && { values: joined(Float32Array, first.values, second.values) }),
    ...(first.times && second.times && { times: joined(Float64Array, first.times, second.times) }),
  };
}

/** Builds CSR from entries in any order. Items ascend within a user; repeats are kept in their order of arrival. */
export function interactionsFromEntries(
  userCount: number,
  itemCount: number,
  entries: readonly Entry[],
): Interactions {
  const sorted = entries.map((_, at) => at);
  sorted.sort((a, b) => {
    const first = entries[a] as Entry;
    const second = entries[b] as Entry;
    return first.user - second.user || first.item - second.item || a - b;
  });
  const offsets = new Int32Array(userCount + 1);
  const items = new Int32Array(entries.length);
  const values = entries.some((entry) => entry.value !== undefined)
    ? new Float32Array(entries.length)
    : undefined;
  const times = entries.some((entry) => entry.time !== undefined)
    ? new Float64Array(entries.length)
    : undefined;
  sorted.forEach((source, at) => {
    const entry = entries[source] as Entry;
    offsets[entry.user + 1] = (offsets[entry.user + 1] ?? 0) + 1;
    items[at] = entry.item;
    if (values) values[at] = entry.value ?? Number.NaN;
    if (times) times[at] = entry.time ?? Number.NaN;
  });
  for (let u = 0; u < userCount; u++) offsets[u + 1] = (offsets[u + 1] ?? 0) + (offsets[u] ?? 0);
  return { userCount, itemCount, offsets, items, ...(values && { values }), ...(times && { times }) };
}

/** Rows of a dense 0/1 matrix as CSR: every entry above 0 is an interaction. // [U, I] */
export function interactionsFromDense(
  rows: ArrayLike<number>,
  userCount: number,
  itemCount: number,
): Interactions {
  const offsets = new Int32Array(userCount + 1);
  const items: number[] = [];
  for (let u = 0; u < userCount; u++) {
    for (let i = 0; i < itemCount; i++) if ((rows[u * itemCount + i] ?? 0) > 0) items.push(i);
    offsets[u + 1] = items.length;
  }
  return { userCount, itemCount, offsets, items: Int32Array.from(items) };
}

/** CSR as a dense 0/1 matrix, row-major. // [U, I] */
export function denseRows(interactions: Interactions): Float32Array {
  const dense = new Float32Array(interactions.userCount * interactions.itemCount);
  for (let u = 0; u < interactions.userCount; u++) {
    for (const item of itemsOf(interactions, u)) dense[u * interactions.itemCount + item] = 1;
  }
  return dense;
}

function joined<A extends Float32Array | Float64Array>(
  make: { new (length: number): A },
  first: A,
  second: A,
): A {
  const all = new make(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
