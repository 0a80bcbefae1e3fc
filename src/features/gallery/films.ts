import type { View } from '../../core/contracts.ts';

/** A film that can be pushed, named by its popularity rank in the prepared data. */
export interface Film {
  readonly rank: number;
  readonly title: string;
  readonly clicks: number;
}

/** Films by popularity, ties in the order of the data, as the attack ranks them. */
export function filmsOf(views: readonly View[], titles: readonly string[]): readonly Film[] {
  const profiles = views.find((view) => view.view === 'profiles');
  if (!profiles || titles.length !== profiles.popularity.length) return [];
  const order = titles.map((_, item) => item);
  const clicksOf = (item: number) => profiles.popularity[item] ?? 0;
  order.sort((a, b) => clicksOf(b) - clicksOf(a) || a - b);
  return order.map((item, at) => ({
    rank: at + 1,
    title: titles[item] ?? `Film ${item}`,
    clicks: clicksOf(item),
  }));
}
