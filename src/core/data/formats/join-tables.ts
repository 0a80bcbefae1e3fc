import { interactionsFromColumns, userColumn } from '../columns.ts';
import { createVocabulary } from '../vocabulary.ts';
import type { InteractionTable } from './table.ts';

/**
 * Two tables of the same kind over one space of ids as one: every interaction of both counts, doubles too. Ratings are kept
 * where both tables have them; times are dropped.
 */
export function joinTables(first: InteractionTable, second: InteractionTable): InteractionTable {
  const tables = [first, second];
  const users = createVocabulary();
  const items = createVocabulary();
  const arrivals = tables.map((table) => ({
    users: table.userIds.map((id) => users.addText(id)),
    items: table.itemIds.map((id) => items.addText(id)),
  }));
  const userOrder = users.sorted();
  const itemOrder = items.sorted();
  const userOf = tables.flatMap((table, at) =>
    Array.from(
      userColumn(table.interactions),
      (user) => userOrder.indexOf[arrivals[at]?.users[user] as number] as number,
    ),
  );
  const itemOf = tables.flatMap((table, at) =>
    Array.from(
      table.interactions.items,
      (item) => itemOrder.indexOf[arrivals[at]?.items[item] as number] as number,
    ),
  );
  const values = tables.map((table) => table.interactions.values);
  const rated = values.every((list) => list !== undefined);
  return {
    interactions: interactionsFromColumns(userOrder.ids.length, itemOrder.ids.length, {
      users: Int32Array.from(userOf),
      items: Int32Array.from(itemOf),
      values: rated ? Float32Array.from(values.flatMap((list) => Array.from(list ?? []))) : undefined,
    }),
    userIds: userOrder.ids,
    itemIds: itemOrder.ids,
    notes: [...first.notes, ...second.notes],
  };
}
