import { badInput } from '../errors.ts';
import type { Rng } from '../math/rng.ts';
import { interactionsFromEntries, type Entry, type Interactions } from './interactions.ts';

/** Fake users who click all of `always` and what `fillersOf` draws for each. // [F, I] */
export function fillerProfiles(
  fakeUserCount: number,
  itemCount: number,
  always: readonly number[],
  fillersOf: (user: number) => ArrayLike<number>,
): Interactions {
  const entries: Entry[] = [];
  for (let user = 0; user < fakeUserCount; user++) {
    for (const item of always) entries.push({ user, item });
    for (const item of Array.from(fillersOf(user))) entries.push({ user, item });
  }
  return interactionsFromEntries(fakeUserCount, itemCount, entries);
}

/** Items that are not among `taken`, ascending. Throws bad input under `path` when there are fewer than `asked`; `besides` says what is taken. */
export function itemsBesides(
  itemCount: number,
  taken: readonly number[],
  asked: number,
  path: string,
  besides = 'the targets',
): Int32Array {
  const chosen = new Set<number>(taken);
  const others = itemCount - chosen.size;
  if (asked > others) {
    throw badInput(path, `must be at most ${others}, the items besides ${besides}`, asked);
  }
  return Int32Array.from({ length: itemCount }, (_, item) => item).filter((item) => !chosen.has(item));
}

/**
 * `count` distinct items drawn one after the other in proportion to their weights, by exponential keys (Efraimidis and Spirakis 2006);
 * items without weight come only when no others are left.
 */
export function weightedSample(
  items: Int32Array,
  weights: ArrayLike<number>,
  count: number,
  rng: Rng,
): Int32Array {
  const keys = new Map<number, number>();
  for (const item of items) {
    keys.set(item, -Math.log(1 - rng.uniform()) / Math.max(weights[item] as number, 1e-9));
  }
  const byKey = (a: number, b: number) => (keys.get(a) as number) - (keys.get(b) as number) || a - b;
  return items.slice().sort(byKey).slice(0, count);
}
