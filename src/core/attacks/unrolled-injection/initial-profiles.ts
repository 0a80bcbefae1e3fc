import type { AttackInput } from '../../contracts.ts';
import { denseRows, itemsOf, type Interactions } from '../../data/interactions.ts';
import { badInput } from '../../errors.ts';
import type { Rng } from '../../math/rng.ts';
import type { UnrolledInjectionParameters } from './spec.ts';

/** The fake profiles before the first outer step, row-major 0/1. // [F, I] */
export function initialProfiles(
  kind: UnrolledInjectionParameters['initialProfiles'],
  count: number,
  { train, heldBackUsers }: AttackInput,
  rng: Rng,
): Float32Array {
  const dense = new Float32Array(count * train.itemCount);
  if (kind === 'empty' || count === 0) return dense;
  if (kind === 'held-back') {
    if (!heldBackUsers) {
      throw badInput(
        'attack.params.initialProfiles',
        'this dataset holds no users back; choose copies or empty profiles',
        kind,
      );
    }
    if (count > heldBackUsers.userCount) {
      throw badInput(
        'attack.params.fakeUserCount',
        `must be at most ${heldBackUsers.userCount}, the users held back`,
        count,
      );
    }
    return denseRows(heldBackUsers).slice(0, count * train.itemCount);
  }
  return copied(train, count, dense, rng);
}

/** Random genuine users, without repeats while there are enough of them. */
function copied(train: Interactions, count: number, dense: Float32Array, rng: Rng): Float32Array {
  for (let from = 0; from < count; from += train.userCount) {
    const take = Math.min(train.userCount, count - from);
    rng
      .stream(from)
      .sample(train.userCount, take)
      .forEach((user, at) => {
        for (const item of itemsOf(train, user)) dense[(from + at) * train.itemCount + item] = 1;
      });
  }
  return dense;
}
