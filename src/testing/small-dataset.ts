import type { Dataset } from '../core/contracts.ts';
import { interactionsFromEntries } from '../core/data/interactions.ts';

/** A dataset of [user, item, rating?, time?] rows, with ids u0, u1, ... and i0, i1, ... */
export function datasetOf(
  rows: readonly (readonly [user: number, item: number, value?: number, time?: number])[],
): Dataset {
  const userCount = 1 + Math.max(-1, ...rows.map(([user]) => user));
  const itemCount = 1 + Math.max(-1, ...rows.map(([, item]) => item));
  const entries = rows.map(([user, item, value, time]) => ({
    user,
    item,
    ...(value !== undefined && { value }),
    ...(time !== undefined && { time }),
  }));
  return {
    id: 'small',
    name: 'Small',
    interactions: interactionsFromEntries(userCount, itemCount, entries),
    userIds: Array.from({ length: userCount }, (_, user) => `u${user}`),
    itemIds: Array.from({ length: itemCount }, (_, item) => `i${item}`),
    credit: '',
    notes: [],
  };
}
