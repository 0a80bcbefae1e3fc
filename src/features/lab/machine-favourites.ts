import type { ProfilesView } from '../../core/contracts.ts';
import { phases } from '../../components/charts/roles.ts';
import type { SignedBar } from '../../components/charts/signed-bar-plot.tsx';

/** The items, targets aside, that most fake users of an opponent click, with the share of them who do. */
export function machineFavourites(
  { fakeUsers, targets }: ProfilesView,
  titles: readonly string[],
  count: number,
): readonly SignedBar[] {
  const clicks = new Map<number, number>();
  for (const item of fakeUsers.items) clicks.set(item, (clicks.get(item) ?? 0) + 1);
  for (const target of targets) clicks.delete(target);
  return [...clicks]
    .sort(([a, most], [b, other]) => other - most || a - b)
    .slice(0, count)
    .map(([item, users]) => ({
      key: String(item),
      label: titles[item] ?? `Item ${item}`,
      value: users / Math.max(1, fakeUsers.userCount),
      style: phases.opponent,
    }));
}
