import type { Split } from '../../contracts.ts';
import { divided } from '../../data/divide.ts';
import { interactionCount, itemsOf } from '../../data/interactions.ts';
import { badInput } from '../../errors.ts';
import type { PublishedParameters } from './spec.ts';

/** Hides the pairs of the dataset's published test set. Throws bad input when there is none, or when preparation took some of its pairs away. */
export const published: Split<PublishedParameters> = {
  split(interactions, _parameters, _rng, publishedTest) {
    if (!publishedTest)
      throw badInput(
        'split',
        'published needs a dataset that brings a test set (gowalla-15core with testSet tang)',
        'none',
      );
    const { itemCount } = interactions;
    const hidden = new Set<number>();
    for (let user = 0; user < publishedTest.userCount; user++) {
      for (const item of itemsOf(publishedTest, user)) hidden.add(user * itemCount + item);
    }
    const parts = divided(interactions, (user, item) => hidden.has(user * itemCount + item));
    if (interactionCount(parts.test) !== hidden.size)
      throw badInput(
        'split',
        `all ${hidden.size} published test pairs must be in the data`,
        interactionCount(parts.test),
      );
    return parts;
  },
};
