import type { Metric } from '../../contracts.ts';

/**
 * Rank of the best target that the user does not own, 1-based, without a cutoff. Users who own every target are left out with
 * `owners: excluded`, and stand one place behind their last candidate with `owners: miss`. Undefined without targets.
 */
export const targetRank: Metric = {
  perUser({ targets, targetCount, candidateCount }, _cutoff, { owners }) {
    if (targetCount === 0) return undefined;
    const best = targets[0];
    if (best === undefined) return owners === 'excluded' ? undefined : candidateCount + 1;
    return best + 1;
  },
};
