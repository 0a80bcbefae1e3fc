import type { ListsView } from '../../core/contracts.ts';
import type { RankedEntry } from './ranked-list.tsx';

/** Items of one user's list, best first; empty when the view does not hold the user. */
export function itemsOfUser(view: ListsView, user: number): readonly number[] {
  const row = view.users.indexOf(user);
  return row < 0
    ? []
    : [...view.items.subarray(row * view.k, (row + 1) * view.k)].filter((item) => item >= 0);
}

/** One user's list with titles, and the places in another list to compare with. */
export function listOf(
  view: ListsView,
  user: number,
  titles: readonly string[],
  targets: readonly number[],
  compared?: ListsView,
): RankedEntry[] {
  const earlier = compared && itemsOfUser(compared, user);
  return itemsOfUser(view, user).map((item) => {
    const place = earlier?.indexOf(item);
    return {
      item,
      title: titles[item] ?? `Item ${item}`,
      target: targets.includes(item),
      before: place === undefined ? undefined : place < 0 ? null : place + 1,
    };
  });
}

export interface UserClimb {
  readonly user: number;
  readonly label: string;
  /** 1-based place of the best target; null = not in the list. */
  readonly before: number | null;
  readonly after: number | null;
}

/** Users of both views, those on whose list the target climbed most first: the story is where something happened. */
export function usersByClimb(
  before: ListsView | undefined,
  after: ListsView | undefined,
  targets: readonly number[],
): UserClimb[] {
  const users = before?.users ?? after?.users ?? [];
  const beyond = (before?.k ?? after?.k ?? 10) + 1;
  const placeIn = (view: ListsView | undefined, user: number) => {
    if (!view) return null;
    const place = itemsOfUser(view, user).findIndex((item) => targets.includes(item));
    return place < 0 ? null : place + 1;
  };
  return users
    .map((user) => {
      const places = { before: placeIn(before, user), after: placeIn(after, user) };
      return { user, ...places, label: `User ${user + 1}${climbText(places.before, places.after)}` };
    })
    .sort((a, b) => gain(b) - gain(a) || a.user - b.user);

  function gain(entry: { before: number | null; after: number | null }): number {
    return (entry.before ?? beyond) - (entry.after ?? beyond);
  }
}

function climbText(before: number | null, after: number | null): string {
  if (after === null) return before === null ? '' : `: target left place ${before}`;
  return before === null ? `: target now at place ${after}` : `: target ${before} → ${after}`;
}
