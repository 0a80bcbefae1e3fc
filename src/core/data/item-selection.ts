import { badInput } from '../errors.ts';
import type { Rng } from '../math/rng.ts';
import type { ItemSelection, Stratum } from '../params/fields.ts';
import { itemIndex, type ItemIndex } from './interactions.ts';

/** The items to choose among: the dataset's own ids and the training clicks of each. */
export interface Selectable {
  readonly itemIds: readonly string[]; // [I]
  readonly itemCounts: Int32Array; // [I]
}

/**
 * Turns a selection into dense item indices. Rank 1 is the item with most training clicks, ties in index order. Items of
 * a stratum are drawn without replacement and returned in index order. `path` is the place that errors name.
 */
export function resolveItems(
  selection: ItemSelection,
  from: Selectable,
  rng: Rng,
  path: string,
): readonly ItemIndex[] {
  const count = from.itemIds.length;
  const asked = askedCount(selection);
  if (asked > count) throw badInput(path, `must name at most as many items as there are (${count})`, asked);
  switch (selection.by) {
    case 'id': {
      const indexOf = new Map(from.itemIds.map((id, at) => [id, at]));
      return distinct(selection.ids, `${path}.ids`).map((id, at) => {
        const index = indexOf.get(id);
        if (index === undefined) {
          throw badInput(`${path}.ids[${at}]`, 'must be an item of the prepared dataset', id);
        }
        return itemIndex(index);
      });
    }
    case 'popularity-rank': {
      const byRank = itemsByPopularity(from.itemCounts);
      return distinct(selection.ranks, `${path}.ranks`).map((rank, at) => {
        const item = byRank[rank - 1];
        if (item === undefined)
          throw badInput(`${path}.ranks[${at}]`, `must be a rank from 1 to ${count}`, rank);
        return item;
      });
    }
    case 'stratum': {
      const members = stratumItems(from.itemCounts, selection.stratum);
      if (selection.count > members.length) {
        const rule = `must be at most ${members.length}, the items of the stratum "${selection.stratum}"`;
        throw badInput(`${path}.count`, rule, selection.count);
      }
      const drawn = rng.sample(members.length, selection.count).sort();
      return Array.from(drawn, (at) => members[at] as ItemIndex);
    }
  }
}

/** Items from the most to the least clicked, ties in index order. */
export function itemsByPopularity(itemCounts: Int32Array): readonly ItemIndex[] {
  return Array.from(itemCounts, (_, item) => itemIndex(item)).sort(
    (a, b) => (itemCounts[b] ?? 0) - (itemCounts[a] ?? 0) || a - b,
  );
}

/** Popularity rank of every item, from 1. // [I] */
export function popularityRanks(itemCounts: Int32Array): Int32Array {
  const ranks = new Int32Array(itemCounts.length);
  itemsByPopularity(itemCounts).forEach((item, at) => (ranks[item] = at + 1));
  return ranks;
}

/**
 * Items of a popularity stratum, ascending (Tang et al., section 4.1). With p the percentiles of training clicks over all items:
 * head > p95, upper torso in (p75, p95), lower torso in (p50, p75), tail < p50, all strict, so that an item exactly at a
 * percentile is in none.
 */
export function stratumItems(itemCounts: Int32Array, stratum: Stratum): readonly ItemIndex[] {
  const sorted = itemCounts.slice().sort();
  const [above, below] = bounds[stratum];
  const low = above === undefined ? Number.NEGATIVE_INFINITY : percentile(sorted, above);
  const high = below === undefined ? Number.POSITIVE_INFINITY : percentile(sorted, below);
  return Array.from(itemCounts, (clicks, item) => (clicks > low && clicks < high ? item : -1))
    .filter((item) => item >= 0)
    .map(itemIndex);
}

const bounds: Readonly<Record<Stratum, readonly [number | undefined, number | undefined]>> = {
  head: [95, undefined],
  'upper-torso': [75, 95],
  'lower-torso': [50, 75],
  tail: [undefined, 50],
};

/** Percentile with linear interpolation between the two nearest ranks (numpy's default), of values sorted ascending. */
export function percentile(sorted: ArrayLike<number>, percent: number): number {
  if (sorted.length === 0) return Number.NaN;
  const place = (percent / 100) * (sorted.length - 1);
  const below = sorted[Math.floor(place)] as number;
  const above = sorted[Math.ceil(place)] as number;
  return below + (above - below) * (place - Math.floor(place));
}

function askedCount(selection: ItemSelection): number {
  if (selection.by === 'stratum') return selection.count;
  return selection.by === 'id' ? selection.ids.length : selection.ranks.length;
}

function distinct<T>(values: readonly T[], path: string): readonly T[] {
  const repeated = values.findIndex((value, at) => values.indexOf(value) !== at);
  if (repeated >= 0) {
    throw badInput(`${path}[${repeated}]`, 'must not repeat an earlier entry', values[repeated]);
  }
  return values;
}
