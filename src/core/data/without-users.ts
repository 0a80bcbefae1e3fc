import { itemsOf, type Interactions } from './interactions.ts';

/** The interactions with the rows of `users` emptied: indices stay, so that a lost genuine user is still recommended to, badly. */
export function withoutUsers(interactions: Interactions, users: Int32Array): Interactions {
  const dropped = new Set(users);
  const { userCount, itemCount, values, times } = interactions;
  const offsets = new Int32Array(userCount + 1);
  const places: number[] = [];
  for (let user = 0; user < userCount; user++) {
    const from = interactions.offsets[user] as number;
    if (!dropped.has(user)) itemsOf(interactions, user).forEach((_, at) => places.push(from + at));
    offsets[user + 1] = places.length;
  }
  const items = Int32Array.from(places, (at) => interactions.items[at] as number);
  return {
    userCount,
    itemCount,
    offsets,
    items,
    ...(values && { values: Float32Array.from(places, (at) => values[at] as number) }),
    ...(times && { times: Float64Array.from(places, (at) => times[at] as number) }),
  };
}
