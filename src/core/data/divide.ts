import type { SplitData } from '../contracts.ts';
import { interactionsFromColumns, userColumn } from './columns.ts';
import type { Interactions } from './interactions.ts';

/**
 * Divides interactions into train and test over the same users and items. The choice is by user and item, so that all
 * repeats of a pair go to one side; the test side holds each pair once.
 */
export function divided(
  interactions: Interactions,
  isTest: (user: number, item: number) => boolean,
): SplitData {
  const { items } = interactions;
  const userOf = userColumn(interactions);
  const places = Int32Array.from(userOf.keys());
  const tested = Uint8Array.from(places, (at) => +isTest(userOf[at] as number, items[at] as number));
  const isRepeat = (at: number) => at > 0 && items[at] === items[at - 1] && userOf[at] === userOf[at - 1];
  return {
    train: selected(
      interactions,
      userOf,
      places.filter((at) => tested[at] === 0),
    ),
    test: selected(
      interactions,
      userOf,
      places.filter((at) => tested[at] === 1 && !isRepeat(at)),
    ),
  };
}

function selected(interactions: Interactions, userOf: Int32Array, places: Int32Array): Interactions {
  const { userCount, itemCount, items, values, times } = interactions;
  return interactionsFromColumns(userCount, itemCount, {
    users: places.map((at) => userOf[at] as number),
    items: places.map((at) => items[at] as number),
    values: values && Float32Array.from(places, (at) => values[at] as number),
    times: times && Float64Array.from(places, (at) => times[at] as number),
  });
}
