import type { Attack, AttackFactory } from '../../contracts.ts';
import { fillerProfiles, itemsBesides } from '../../data/filler-profiles.ts';
import type { RandomFillerParameters } from './spec.ts';

/**
 * Random filler attack (Lam & Riedl 2004; RandFilter in Tang et al. 2020): every fake user clicks all targets and `fillerCount`
 * distinct other items, drawn uniformly. Throws when there are not that many other items.
 */
export const randomFiller: AttackFactory<RandomFillerParameters> = {
  create: ({ fakeUserCount, fillerCount }): Attack => ({
    async *run({ train, targets }, { rng }) {
      const rest = itemsBesides(train.itemCount, targets, fillerCount, 'attack.params.fillerCount');
      const fakeUsers = fillerProfiles(fakeUserCount, train.itemCount, targets, (user) => {
        const draws = rng.stream('fillers').stream(user).sample(rest.length, fillerCount);
        return draws.map((at) => rest[at] as number);
      });
      yield { level: 'outer', stage: 'attack', done: 1, total: 1, unit: 'passes' };
      return { produces: 'poison', fakeUsers };
    },
  }),
};
