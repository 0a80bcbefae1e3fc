/** How many of the lists have each item among their first k, by item. Lists shorter than k count with what they have. */
function timesServed(lists: readonly Int32Array[], k: number): Map<number, number> {
  const times = new Map<number, number>();
  for (const list of lists) {
    for (const item of list.subarray(0, k)) times.set(item, (times.get(item) ?? 0) + 1);
  }
  return times;
}

/**
 * The k items that most lists have among their first k, lower id first among equals. Of all answers that are the same for everybody it has
 * the largest mean agreement with the lists: for a set S that mean is the sum over S of (lists with the item) / (lists · k).
 */
export function mostServed(lists: readonly Int32Array[], k: number): Int32Array {
  const order = [...timesServed(lists, k)].sort(([a, m], [b, n]) => n - m || a - b);
  return Int32Array.from(order.slice(0, k), ([item]) => item);
}

/**
 * 1 - the mean over all pairs of lists of overlap / k, for their first k items: 0 when everybody is served the same items, 1 when no two
 * share one (the Hamming distance of Zhou et al. 2010, "Solving the apparent diversity-accuracy dilemma of recommender systems"). An item
 * in c lists is shared by c (c - 1) / 2 pairs, so no pair is looked at. Undefined for fewer than two lists or one shorter than k.
 */
export function personalization(lists: readonly Int32Array[], k: number): number | undefined {
  if (lists.length < 2 || k === 0 || lists.some((list) => list.length < k)) return undefined;
  const pairs = (lists.length * (lists.length - 1)) / 2;
  const shared = [...timesServed(lists, k).values()].reduce((sum, times) => sum + (times * (times - 1)) / 2, 0); // prettier-ignore
  return 1 - shared / (pairs * k);
}

/**
 * How many items the first k of the lists spread over: exp(-sum of p log p) with p the item's share of all places, the number of items that
 * would be as spread if all were served equally often (Hill number of order 1). k when everybody is served the same items. Undefined without
 * lists or with one shorter than k.
 */
export function effectiveItems(lists: readonly Int32Array[], k: number): number | undefined {
  if (lists.length === 0 || k === 0 || lists.some((list) => list.length < k)) return undefined;
  const places = lists.length * k;
  const shares = [...timesServed(lists, k).values()].map((times) => times / places);
  return Math.exp(-shares.reduce((sum, share) => sum + share * Math.log(share), 0));
}
