import { applyPoison } from '../../core/data/poison.ts';
import { interactionsFromEntries, type Interactions } from '../../core/data/interactions.ts';

/** A pattern that any personal model must find. */
export interface PlantedData {
  readonly train: Interactions;
  /** One item a user, never in `train`. // [U] */
  readonly heldOut: readonly number[];
}

/**
 * A checkerboard: even users like even items and odd users odd ones. Of each user one liked item, on the diagonal, is held out; every
 * item is held out equally often, so that popularity tells nothing.
 */
export function checkerboard(userCount = 24, itemCount = 12): PlantedData {
  const heldOut = Array.from({ length: userCount }, (_, user) => user % itemCount);
  const entries = heldOut.flatMap((out, user) =>
    Array.from({ length: itemCount }, (_, item) => item)
      .filter((item) => item % 2 === user % 2 && item !== out)
      .map((item, at) => ({ user, item, time: user + 100 * at })),
  );
  return { train: interactionsFromEntries(userCount, itemCount, entries), heldOut };
}

/**
 * A march: user u clicks item u, then always the next one, around the circle of items. The item after the last one is held out; every item
 * is held out equally often, so that popularity tells nothing. What users are alike tells less than the order does.
 */
export function march(userCount = 24, itemCount = 12, length = 8): PlantedData {
  const heldOut = Array.from({ length: userCount }, (_, user) => (user + length) % itemCount);
  const entries = heldOut.flatMap((_out, user) =>
    Array.from({ length }, (_, at) => ({ user, item: (user + at) % itemCount, time: user + 100 * at })),
  );
  return { train: interactionsFromEntries(userCount, itemCount, entries), heldOut };
}

/** Two users nobody has seen, one of each kind, below the others; times go on. */
export function withNewUsers(train: Interactions): {
  readonly stacked: Interactions;
  readonly added: Interactions;
} {
  const entries = [0, 1].flatMap((user) =>
    [0, 2, 4].map((item, at) => ({ user, item: item + user, time: 1000 + at })),
  );
  const added = interactionsFromEntries(2, train.itemCount, entries);
  return { stacked: applyPoison(train, { produces: 'poison', fakeUsers: added }), added };
}

/**
 * Mean place of each user's held-out item among the items that the user does not have, as a part of their number: 0 when it is always
 * first, 0.5 by chance. Ties count half.
 */
export function meanPlace(scores: ArrayLike<number>, { train, heldOut }: PlantedData): number {
  const { itemCount, offsets, items } = train;
  const places = heldOut.map((out, user) => {
    const own = new Set(items.subarray(offsets[user], offsets[user + 1]));
    const at = (item: number) => scores[user * itemCount + item] as number;
    let before = 0;
    let others = 0;
    for (let item = 0; item < itemCount; item++) {
      if (own.has(item) || item === out) continue;
      others++;
      before += at(item) > at(out) ? 1 : at(item) === at(out) ? 0.5 : 0;
    }
    return before / others;
  });
  return places.reduce((sum, place) => sum + place, 0) / places.length;
}
