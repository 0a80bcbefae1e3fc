import type { Metric } from '../../contracts.ts';

/**
 * Target HR@k of one user: 1 when any target that the user does not own stands before place k, else 0. Users who own every
 * target cannot be hit: left out with `owners: excluded`, a miss with `owners: miss` (Tang et al.). Undefined without targets.
 */
export const targetHr: Metric = {
  perUser({ targets, targetCount }, cutoff, { owners }) {
    if (targetCount === 0) return undefined;
    const best = targets[0];
    if (best === undefined) return owners === 'excluded' ? undefined : 0;
    return Number(best < cutoff);
  },
};
