import type { Split } from '../../contracts.ts';
import { userColumn } from '../../data/columns.ts';
import { divided } from '../../data/divide.ts';
import { itemsOf } from '../../data/interactions.ts';
import type { RatioParameters } from './spec.ts';

/** Hides floor(fraction * n) distinct user-item pairs, drawn without replacement: of every user's n, or of all n. */
export const ratio: Split<RatioParameters> = {
  split(interactions, { testFraction, over }, rng) {
    const draws = rng.stream('ratio');
    const { userCount, itemCount, items } = interactions;
    const tested = new Set<number>();
    const draw = (pairs: readonly number[], count: number) => {
      for (const at of draws.sample(pairs.length, count)) tested.add(pairs[at] as number);
    };
    if (over === 'all') {
      const pairs = [
        ...new Set(
          Array.from(userColumn(interactions), (user, at) => user * itemCount + (items[at] as number)),
        ),
      ];
      draw(pairs, floorShare(pairs.length, testFraction));
    } else {
      for (let user = 0; user < userCount; user++) {
        const pairs = [...new Set(itemsOf(interactions, user))].map((item) => user * itemCount + item);
        draw(pairs, floorShare(pairs.length, testFraction));
      }
    }
    return divided(interactions, (user, item) => tested.has(user * itemCount + item));
  },
};

/** floor(count * fraction), where a product within rounding error of a whole number is that number: 0.29 * 100 is 29. */
function floorShare(count: number, fraction: number): number {
  return Math.floor(count * fraction + 1e-9);
}
