import type { Dataset } from '../contracts.ts';
import { badInput } from '../errors.ts';

/** One preparation step, ready to be applied. */
export interface PreparationStep {
  readonly id: string;
  apply(dataset: Dataset): Dataset;
}

/** Applies preparation steps in order. A step that leaves nobody is an error that names it: `prepare[0]: ...`. */
export function prepareDataset(dataset: Dataset, steps: readonly PreparationStep[]): Dataset {
  return steps.reduce((before, step, at) => {
    const after = step.apply(before);
    if (after.interactions.items.length > 0) return after;
    const { userCount, itemCount, items } = before.interactions;
    const rule = `${step.id} must leave users, it leaves none of ${userCount} users, ${itemCount} items, ${items.length} interactions`;
    throw badInput(`prepare[${at}]`, rule);
  }, dataset);
}
