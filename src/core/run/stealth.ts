import type { Interactions } from '../data/interactions.ts';
import { popularityDivergence } from '../math/popularity-divergence.ts';
import type { MetricValues } from './evaluate-model.ts';

/**
 * How far the popularity of what fake users click is from the popularity of what genuine users click (Tang et al. 2020, Fig. 5b, whose paper
 * gives no number): clicks counted by doubling classes of popularity, 0-1, 2-3, 4-7, ... genuine training clicks on the clicked item, and the
 * shares of both compared. `stealth.totalVariation` and `stealth.jensenShannon` (a distance, to base 2), 0 = the same, 1 = no class in common.
 * Classes and not items: a few fake users could never spread over all items as many genuine ones do. Nothing where one side has no click.
 */
export function stealth({ items }: Interactions, popularity: Int32Array): MetricValues {
  const fake: number[] = [];
  const genuine: number[] = [];
  const add = (classes: number[], at: number, clicks: number) => {
    classes[at] = (classes[at] ?? 0) + clicks;
  };
  let genuineClicks = 0;
  for (const clicks of popularity) {
    add(genuine, popularityClass(clicks), clicks);
    genuineClicks += clicks;
  }
  for (const item of items) add(fake, popularityClass(popularity[item] ?? 0), 1);
  if (items.length === 0 || genuineClicks === 0) return {};
  const count = Math.max(fake.length, genuine.length);
  const filled = (classes: readonly number[]) => Array.from({ length: count }, (_, at) => classes[at] ?? 0);
  const { totalVariation, jensenShannonDistance } = popularityDivergence(filled(fake), filled(genuine));
  return { 'stealth.totalVariation': totalVariation, 'stealth.jensenShannon': jensenShannonDistance };
}

/** 0 for at most one click, then one class each time the clicks double. */
function popularityClass(clicks: number): number {
  return clicks < 2 ? 0 : Math.floor(Math.log2(clicks));
}
