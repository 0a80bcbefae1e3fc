import type { Poison } from '../contracts.ts';
import { LabError } from '../errors.ts';
import { stackInteractions, type Interactions } from './interactions.ts';

/**
 * The training data with the fake users below the genuine ones: [U, I] and [F, I] give [U + F, I]. Pure: both inputs stay as
 * they are. Ratings and times are kept only where fake users have them too.
 */
export function applyPoison(interactions: Interactions, poison: Poison): Interactions {
  const { fakeUsers } = poison;
  if (fakeUsers.itemCount !== interactions.itemCount) {
    const rule = `fake users must be over the ${interactions.itemCount} items of the training data`;
    throw new LabError(
      'internal',
      `poison.fakeUsers: ${rule}, got ${fakeUsers.itemCount}`,
      'poison.fakeUsers',
    );
  }
  return fakeUsers.userCount === 0 ? interactions : stackInteractions(interactions, fakeUsers);
}
