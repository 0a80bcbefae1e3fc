import { itemsOf, type Interactions } from './interactions.ts';
import { usersByItem } from './select-rows.ts';

/** The two sides of a pair: what the user clicked, and who clicked the item. */
export interface ClicksAround {
  readonly ofUser: Int32Array; // items, ascending
  readonly ofItem: Int32Array; // users, ascending
}

/** Copies of the row of a user and the column of an item. O(U + I + nnz). */
export function clicksAround(interactions: Interactions, user: number, item: number): ClicksAround {
  const { offsets, items: users } = usersByItem(interactions);
  return {
    ofUser: itemsOf(interactions, user).slice(),
    ofItem: users.slice(offsets[item], offsets[item + 1]),
  };
}
