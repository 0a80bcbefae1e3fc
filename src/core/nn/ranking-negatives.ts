import type { Rng } from '../math/rng.ts';

/**
 * outside: uniform over the items that are not on the list, as Eq. 4 says.
 * reference: the authors' sampler, softmax over a 0/1 mask: an item of the list is drawn too, with odds 1 : e against another one.
 */
export type NegativeRule = 'outside' | 'reference';

/** k negative items for each row of `topItems`, with replacement; k < I. topItems row-major [N, k]. // [N, k] */
export function rankingNegatives(
  topItems: Int32Array,
  k: number,
  itemCount: number,
  rule: NegativeRule,
  rng: Rng,
): Int32Array {
  if (k >= itemCount) throw new RangeError(`no item is outside a list of ${k} of ${itemCount} items`);
  const drawn = new Int32Array(topItems.length);
  const rowOf = new Int32Array(itemCount).fill(-1); // the last row on whose list an item was
  for (let start = 0; start < topItems.length; start += k) {
    for (let at = start; at < start + k; at++) rowOf[topItems[at] as number] = start;
    for (let at = start; at < start + k; at++) {
      let item = rng.integer(itemCount);
      while (rowOf[item] === start && (rule === 'outside' || rng.uniform() >= Math.exp(-1)))
        item = rng.integer(itemCount);
      drawn[at] = item;
    }
  }
  return drawn;
}
