import type { Protocol, UserRanking } from '../core/contracts.ts';

/** The lab's default evaluation protocol. */
export const pessimistic: Protocol = {
  history: 'masked',
  candidates: 'all',
  ties: 'pessimistic',
  owners: 'excluded',
  users: 'genuine',
};

/** A user's ranking of 100 candidates with nothing held out and no targets, changed where a test says so. */
export function ranking(changes: Partial<UserRanking>): UserRanking {
  return { heldOut: [], targets: [], ownedTargets: 0, targetCount: 0, candidateCount: 100, ...changes };
}
