import type { Interactions } from './interactions.ts';

/** The interactions without those of one user with one item; the same object where there are none. */
export function withoutClick(interactions: Interactions, user: number, item: number): Interactions {
  const { offsets, items, values, times } = interactions;
  const from = offsets[user] as number;
  const to = offsets[user + 1] as number;
  const kept = (_: number, at: number) => at < from || at >= to || items[at] !== item;
  const left = items.filter(kept);
  const gone = items.length - left.length;
  if (gone === 0) return interactions;
  return {
    ...interactions,
    offsets: offsets.map((offset, row) => (row > user ? offset - gone : offset)),
    items: left,
    ...(values && { values: values.filter(kept) }),
    ...(times && { times: times.filter(kept) }),
  };
}
