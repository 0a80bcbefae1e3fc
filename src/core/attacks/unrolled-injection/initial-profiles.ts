import type { AttackInput } from '../../contracts.ts';
import { denseRows, itemsOf, type Interactions } from '../../data/interactions.ts';
import { badInput } from '../../errors.ts';
import type { Rng } from '../../math/rng.ts';
import type { UnrolledInjectionParameters } from './spec.ts';

type ProfileParameters = Pick<
  UnrolledInjectionParameters,
  'initialProfiles' | 'initialClickLimit' | 'fakeUserCount' | 'forceTargets' | 'clickCap'
>;

/**
 * The fake profiles before the first outer step, row-major 0/1; with the targets where they are forced, and a random part of the clicks
 * where there are more than the cap allows. // [F, I]
 */
export function initialProfiles(parameters: ProfileParameters, input: AttackInput, rng: Rng): Float32Array {
  const { forceTargets, clickCap, fakeUserCount } = parameters;
  const { itemCount } = input.train;
  const forced: readonly number[] = forceTargets ? input.targets : [];
  if (clickCap > 0 && forced.length > clickCap) {
    throw badInput(
      'attack.params.clickCap',
      `must be at least ${forced.length}, the forced targets`,
      clickCap,
    );
  }
  const dense = borrowed(parameters, input, rng);
  if (forced.length === 0 && clickCap === 0) return dense;
  for (let user = 0; user < fakeUserCount; user++) {
    const row = dense.subarray(user * itemCount, (user + 1) * itemCount);
    const others = Int32Array.from(row.keys()).filter((item) => row[item] === 1 && !forced.includes(item));
    const room = clickCap > 0 ? clickCap - forced.length : others.length;
    const kept = rng.stream('cap').stream(user).shuffle(others).subarray(0, room);
    row.fill(0);
    for (const item of [...forced, ...kept]) row[item] = 1;
  }
  return dense;
}

/** Profiles of genuine users, or empty ones. // [F, I] */
function borrowed(
  { initialProfiles: kind, initialClickLimit, fakeUserCount }: ProfileParameters,
  { train, heldBackUsers }: AttackInput,
  rng: Rng,
): Float32Array {
  if (kind === 'empty' || fakeUserCount === 0) return new Float32Array(fakeUserCount * train.itemCount);
  if (kind === 'held-back') {
    if (!heldBackUsers) {
      const rule = 'this dataset holds no users back; choose copies or empty profiles';
      throw badInput('attack.params.initialProfiles', rule, kind);
    }
    if (fakeUserCount > heldBackUsers.userCount) {
      const rule = `must be at most ${heldBackUsers.userCount}, the users held back`;
      throw badInput('attack.params.fakeUserCount', rule, fakeUserCount);
    }
    return denseRows(heldBackUsers).slice(0, fakeUserCount * train.itemCount);
  }
  return copies(train, fakeUserCount, initialClickLimit, rng);
}

/** Random genuine users with few enough clicks, without repeats while there are enough of them. */
function copies(train: Interactions, count: number, clickLimit: number, rng: Rng): Float32Array {
  const dense = new Float32Array(count * train.itemCount);
  const eligible = Array.from({ length: train.userCount }, (_, user) => user).filter((user) => {
    const clicks = itemsOf(train, user).length;
    return clicks > 0 && clicks <= clickLimit;
  });
  if (eligible.length === 0) {
    throw badInput('attack.params.initialClickLimit', 'no genuine user has so few clicks', clickLimit);
  }
  for (let from = 0; from < count; from += eligible.length) {
    const draws = rng.stream(from).sample(eligible.length, Math.min(eligible.length, count - from));
    draws.forEach((pick, at) => {
      const row = (from + at) * train.itemCount;
      for (const item of itemsOf(train, eligible[pick] as number)) dense[row + item] = 1;
    });
  }
  return dense;
}
