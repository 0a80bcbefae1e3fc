import type { Dataset } from '../contracts.ts';
import { interactionsFromColumns, userColumn } from './columns.ts';
import type { Interactions } from './interactions.ts';

/**
 * The dataset with only the interactions for which `keep` is true, by place in `interactions.items`. Users and items left
 * without any are dropped and the rest renumbered in the same order; held-back users lose the dropped items, and a published test set is
 * dropped whole.
 */
export function keepInteractions(dataset: Dataset, keep: (at: number, user: number) => boolean): Dataset {
  const { interactions } = dataset;
  const userOf = userColumn(interactions);
  const kept = Int32Array.from(userOf.keys()).filter((at) => keep(at, userOf[at] as number));
  const users = renumbered(interactions.userCount, kept, userOf);
  const items = renumbered(interactions.itemCount, kept, interactions.items);
  const { values, times } = interactions;
  const { titles, genres, heldBackUsers } = dataset;
  return {
    ...dataset,
    interactions: interactionsFromColumns(users.from.length, items.from.length, {
      users: kept.map((at) => users.to[userOf[at] as number] as number),
      items: kept.map((at) => items.to[interactions.items[at] as number] as number),
      values: values && Float32Array.from(kept, (at) => values[at] as number),
      times: times && Float64Array.from(kept, (at) => times[at] as number),
    }),
    userIds: users.from.map((user) => dataset.userIds[user] as string),
    itemIds: items.from.map((item) => dataset.itemIds[item] as string),
    publishedTest: undefined,
    ...(titles && { titles: items.from.map((item) => titles[item] as string) }),
    ...(genres && { genres: items.from.map((item) => genres[item] ?? []) }),
    ...(heldBackUsers && { heldBackUsers: overItems(heldBackUsers, items.to, items.from.length) }),
  };
}

/** Old numbers of the members that occur, and the new number of each old one (-1 = dropped). */
function renumbered(
  count: number,
  kept: Int32Array,
  memberOf: Int32Array,
): { from: readonly number[]; to: Int32Array } {
  const to = new Int32Array(count).fill(-1);
  for (const at of kept) to[memberOf[at] as number] = 0;
  const from = Array.from(to.keys()).filter((member) => to[member] === 0);
  from.forEach((member, at) => (to[member] = at));
  return { from, to };
}

function overItems(interactions: Interactions, to: Int32Array, itemCount: number): Interactions {
  const userOf = userColumn(interactions);
  const kept = Int32Array.from(userOf.keys()).filter(
    (at) => (to[interactions.items[at] as number] as number) >= 0,
  );
  return interactionsFromColumns(interactions.userCount, itemCount, {
    users: kept.map((at) => userOf[at] as number),
    items: kept.map((at) => to[interactions.items[at] as number] as number),
  });
}
