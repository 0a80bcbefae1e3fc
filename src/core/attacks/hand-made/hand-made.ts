import type { Attack, AttackFactory, AttackInput } from '../../contracts.ts';
import { interactionsFromEntries, itemCounts } from '../../data/interactions.ts';
import { resolveItems } from '../../data/item-selection.ts';
import { badInput } from '../../errors.ts';
import type { Rng } from '../../math/rng.ts';
import type { ItemSelection } from '../../params/fields.ts';
import { usersOfProfiles } from './users-of-profiles.ts';
import type { HandMadeParameters } from './spec.ts';

/**
 * Profiles chosen by a person. Every fake user clicks all targets and the items of one profile; with a cap C > 0 only the first C of them,
 * targets first, in the order in which they are named. The first fake users have the first profile, the next the second, and so on.
 * Throws bad input when a profile names what the data does not hold or the shares exceed the whole.
 */
export const handMade: AttackFactory<HandMadeParameters> = {
  create: (parameters): Attack => ({
    async *run(input, { rng }) {
      const { fakeUserCount, clickCap, secondShare, thirdShare } = parameters;
      if (secondShare + thirdShare > 1 + 1e-9) {
        const rule = `must be at most ${1 - secondShare}, what the second profile leaves`;
        throw badInput('attack.params.thirdShare', rule, thirdShare);
      }
      const named = (['profile', 'secondProfile', 'thirdProfile'] as const).map((name) =>
        profileOf(parameters[name], `attack.params.${name}`, input, rng.stream(name)),
      );
      const clicked = named.map((items) => {
        const row = [...new Set<number>([...input.targets, ...items])];
        return clickCap > 0 ? row.slice(0, clickCap) : row;
      });
      const users = usersOfProfiles(fakeUserCount, [secondShare, thirdShare]);
      const rows = clicked.flatMap((row, at) => new Array<readonly number[]>(users[at] ?? 0).fill(row));
      const entries = rows.flatMap((row, user) => row.map((item) => ({ user, item })));
      const fakeUsers = interactionsFromEntries(fakeUserCount, input.train.itemCount, entries);
      yield { level: 'outer', stage: 'attack', done: 1, total: 1, unit: 'passes' };
      return { produces: 'poison', fakeUsers };
    },
  }),
};

/** The items of a profile, in the order in which they are named. */
function profileOf(
  selection: ItemSelection,
  path: string,
  { train, itemIds }: AttackInput,
  rng: Rng,
): readonly number[] {
  const ids = itemIds ?? Array.from({ length: train.itemCount }, (_, item) => String(item));
  return resolveItems(selection, { itemIds: ids, itemCounts: itemCounts(train) }, rng, path);
}
