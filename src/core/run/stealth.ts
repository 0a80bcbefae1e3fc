import type { Interactions } from '../data/interactions.ts';
import { popularityDivergence } from '../math/popularity-divergence.ts';
import type { MetricValues } from './evaluate-model.ts';
import type { RepeatEvent } from './repeat-event.ts';

/** Shares of fake and of genuine clicks by class of popularity: 0-1, 2-3, 4-7, ... genuine training clicks on the clicked item. */
interface ClickShares {
  readonly fake: readonly number[];
  readonly genuine: readonly number[];
}

/**
 * How far the popularity of what fake users click is from the popularity of what genuine users click (Tang et al. 2020, Fig. 5b, whose paper
 * gives no number): their shares of clicks by doubling classes of popularity compared. `stealth.totalVariation` and `stealth.jensenShannon` (a
 * distance, to base 2), 0 = the same, 1 = no class in common. Classes and not items: a few fake users could never spread over all items as
 * many genuine ones do. Nothing where one side has no click.
 */
export function stealth(fakeUsers: Interactions, popularity: Int32Array): MetricValues {
  const shares = clickShares(fakeUsers, popularity);
  if (!shares) return {};
  const { totalVariation, jensenShannonDistance } = popularityDivergence(shares.fake, shares.genuine);
  return { 'stealth.totalVariation': totalVariation, 'stealth.jensenShannon': jensenShannonDistance };
}

/** The distances, and what they are made of as curves: `clicks.genuine` and `series`, by the least popularity of each class. */
export async function* reportStealth(
  series: 'clicks.fake' | 'clicks.baseline',
  fakeUsers: Interactions,
  popularity: Int32Array,
): AsyncGenerator<RepeatEvent, MetricValues> {
  const label = 'genuine clicks on the item, at least';
  for (const [name, shares] of Object.entries(clickShares(fakeUsers, popularity) ?? {}))
    for (const [at, value] of (shares as readonly number[]).entries())
      yield {
        kind: 'point',
        series: name === 'fake' ? series : 'clicks.genuine',
        label,
        x: at === 0 ? 0 : 2 ** at,
        value,
      };
  return stealth(fakeUsers, popularity);
}

function clickShares({ items }: Interactions, popularity: Int32Array): ClickShares | undefined {
  const fake: number[] = [];
  const genuine: number[] = [];
  const add = (classes: number[], at: number, clicks: number) => {
    while (classes.length <= at) classes.push(0);
    classes[at] = (classes[at] as number) + clicks;
  };
  let genuineClicks = 0;
  for (const clicks of popularity) {
    add(genuine, popularityClass(clicks), clicks);
    genuineClicks += clicks;
  }
  for (const item of items) add(fake, popularityClass(popularity[item] ?? 0), 1);
  if (items.length === 0 || genuineClicks === 0) return undefined;
  while (fake.length < genuine.length) fake.push(0);
  return {
    fake: fake.map((clicks) => clicks / items.length),
    genuine: genuine.map((clicks) => clicks / genuineClicks),
  };
}

/** 0 for at most one click, then one class each time the clicks double. */
function popularityClass(clicks: number): number {
  return clicks < 2 ? 0 : Math.floor(Math.log2(clicks));
}
