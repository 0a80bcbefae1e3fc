import type { Preparation } from '../../contracts.ts';
import { keepInteractions } from '../../data/subset.ts';
import type { SampleUsersParameters } from './spec.ts';

/** Keeps `count` users drawn without replacement, in their old order. */
export const sampleUsers: Preparation<SampleUsersParameters> = {
  prepare(dataset, { count }, rng) {
    const { userCount } = dataset.interactions;
    if (count >= userCount) return dataset;
    const drawn = new Set(rng.stream('sample-users').sample(userCount, count));
    return keepInteractions(dataset, (_, user) => drawn.has(user));
  },
};
