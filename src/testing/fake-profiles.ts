import type { AttackInput } from '../core/contracts.ts';
import { itemIndex, itemsOf, type Interactions } from '../core/data/interactions.ts';
import { createRng } from '../core/math/rng.ts';
import { runAttack } from '../core/run/run-attack.ts';
import { createTestHost, drained } from './test-host.ts';

/** The profiles that an attack makes of the given data, a list of items each. */
export async function fakeProfiles(
  id: string,
  params: Readonly<Record<string, unknown>>,
  train: Interactions,
  targets: readonly number[],
): Promise<number[][]> {
  const input: AttackInput = { train, targets: targets.map(itemIndex) };
  const running = runAttack({ id, params }, 'poison', input, createRng(7), id, [], createTestHost());
  const { fakeUsers } = (await drained(running)).returned;
  return Array.from({ length: fakeUsers.userCount }, (_, user) => [...itemsOf(fakeUsers, user)]);
}
