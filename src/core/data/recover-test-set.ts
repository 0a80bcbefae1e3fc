import { badInput } from '../errors.ts';
import { interactionsFromColumns } from './columns.ts';
import { itemsOf, type Interactions } from './interactions.ts';
import { maximumMatching } from './maximum-matching.ts';
import { usersByItem } from './select-rows.ts';

/** A test set over a dataset's own items, and how many of its items could also stand for another. */
export interface RecoveredTestSet {
  readonly test: Interactions; // [U, I]
  readonly ambiguous: number;
}

/**
 * Finds out which items the numbers of a published test set mean, when its users are those of `whole` in the same order and its items were
 * numbered as the training rows, user by user, first named them. Two facts then identify an item: everybody who has it in the test set
 * has it in the data, and the first user who keeps it for training is no earlier than that of any item with a smaller number. Repeated
 * until nothing changes; items that stay ambiguous get a one-to-one choice among what is possible.
 * Items of `published` ascend with their published numbers. O(pairs of test users and their items) a round. // [U, J] -> [U, I]
 */
export function recoverTestSet(whole: Interactions, published: Interactions): RecoveredTestSet {
  const owners = usersByItem(whole);
  const tested = usersByItem(published);
  const ownersOf = (item: number) => owners.items.subarray(owners.offsets[item], owners.offsets[item + 1]);
  const testersOf = (row: number) => tested.items.subarray(tested.offsets[row], tested.offsets[row + 1]);
  const rows = Array.from({ length: published.itemCount }, (_, row) => row);

  let candidates = rows.map((row) => ownedByAll(whole, ownersOf, testersOf(row)));
  const firstKeeper = (item: number, row: number) => firstWithout(ownersOf(item), testersOf(row));
  for (let before = Infinity, now = total(candidates); now < before; before = now, now = total(candidates)) {
    const certain = certainOnes(candidates);
    const keepers = rows.map((row) => {
      const [only] = candidates[row] as readonly number[];
      return certain.get(only as number) === row ? firstKeeper(only as number, row) : undefined;
    });
    const lowest = runningBound(keepers, Math.max, 0);
    const highest = runningBound(keepers.toReversed(), Math.min, Infinity).reverse();
    candidates = rows.map((row) =>
      (candidates[row] as readonly number[]).filter((item) => {
        const owner = certain.get(item);
        const keeper = firstKeeper(item, row);
        return (
          (owner === undefined || owner === row) &&
          keeper >= (lowest[row] as number) &&
          keeper <= (highest[row] as number)
        );
      }),
    );
  }
  const itemOf = maximumMatching(candidates, whole.itemCount);
  const lost = itemOf.indexOf(-1);
  if (lost >= 0)
    throw badInput(
      `published test set, item ${lost}`,
      'must be an item of the dataset that all its users have',
      [...testersOf(lost)],
    );
  const users = Int32Array.from(rows.flatMap((row) => [...testersOf(row)]));
  const items = Int32Array.from(
    rows.flatMap((row) => Array.from(testersOf(row), () => itemOf[row] as number)),
  );
  return {
    test: interactionsFromColumns(whole.userCount, whole.itemCount, { users, items }),
    ambiguous: candidates.filter(({ length }) => length > 1).length,
  };
}

/** Items that all the given users have. */
function ownedByAll(
  whole: Interactions,
  ownersOf: (item: number) => Int32Array,
  users: Int32Array,
): readonly number[] {
  const [first, ...others] = [...users].sort((a, b) => itemsOf(whole, a).length - itemsOf(whole, b).length);
  if (first === undefined) return [];
  return Array.from(new Set(itemsOf(whole, first))).filter((item) => {
    const having = ownersOf(item);
    return having.length > others.length && others.every((user) => contains(having, user));
  });
}

/** Whether an ascending list holds a value. */
function contains(ascending: Int32Array, value: number): boolean {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return ascending[low] === value;
}

/** The first entry of an ascending list that an ascending second one does not hold; Infinity when it holds all. */
function firstWithout(ascending: Int32Array, without: Int32Array): number {
  let at = 0;
  for (const value of ascending) {
    while (at < without.length && (without[at] as number) < value) at++;
    if (without[at] !== value) return value;
  }
  return Infinity;
}

/** Items that are the only candidate of exactly one row, with that row. */
function certainOnes(candidates: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const twice = new Set<number>();
  candidates.forEach(([only, ...more], row) => {
    if (only === undefined || more.length > 0) return;
    if (found.has(only)) twice.add(only);
    found.set(only, row);
  });
  for (const item of twice) found.delete(item);
  return found;
}

/** What the known entries so far bound an entry by. */
function runningBound(
  values: readonly (number | undefined)[],
  bound: (a: number, b: number) => number,
  start: number,
): number[] {
  let current = start;
  return values.map((value) => (current = value === undefined ? current : bound(current, value)));
}

function total(candidates: readonly (readonly number[])[]): number {
  return candidates.reduce((sum, { length }) => sum + length, 0);
}
