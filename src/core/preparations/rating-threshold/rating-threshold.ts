import type { Preparation } from '../../contracts.ts';
import { keepInteractions } from '../../data/subset.ts';
import { LabError } from '../../errors.ts';
import type { RatingThresholdParameters } from './spec.ts';

/** Keeps interactions with a rating of at least `min`; refuses data without ratings. */
export const ratingThreshold: Preparation<RatingThresholdParameters> = {
  prepare(dataset, { min }) {
    const { values } = dataset.interactions;
    if (!values) {
      throw new LabError(
        'incompatible',
        `rating-threshold needs ratings, and ${dataset.name} has none.`,
        'prepare',
      );
    }
    return keepInteractions(dataset, (at) => (values[at] as number) >= min);
  },
};
