import type { Preparation } from '../../contracts.ts';
import { userColumn } from '../../data/columns.ts';
import { keepInteractions } from '../../data/subset.ts';
import type { KCoreParameters } from './spec.ts';

/**
 * Drops users with fewer than `users` and items with fewer than `items` interactions, both counted at once. Iterated: again
 * until nothing changes, which is the largest subset where every member has enough, whatever the order of dropping.
 */
export const kCore: Preparation<KCoreParameters> = {
  prepare(dataset, { users, items, iterated }) {
    const { interactions } = dataset;
    const userOf = userColumn(interactions);
    const itemOf = interactions.items;
    const alive = new Uint8Array(itemOf.length).fill(1);
    for (let changed = true; changed;) {
      const perUser = counts(userOf, alive, interactions.userCount);
      const perItem = counts(itemOf, alive, interactions.itemCount);
      changed = false;
      alive.forEach((keeps, at) => {
        const enough =
          (perUser[userOf[at] as number] as number) >= users &&
          (perItem[itemOf[at] as number] as number) >= items;
        if (keeps === 1 && !enough) {
          alive[at] = 0;
          changed = iterated;
        }
      });
    }
    return keepInteractions(dataset, (at) => alive[at] === 1);
  },
};

function counts(memberOf: Int32Array, alive: Uint8Array, count: number): Int32Array {
  const perMember = new Int32Array(count);
  memberOf.forEach((member, at) => {
    perMember[member] = (perMember[member] as number) + (alive[at] as number);
  });
  return perMember;
}
