import type { Attack, AttackFactory } from '../../contracts.ts';
import { fillerProfiles, itemsBesides, weightedSample } from '../../data/filler-profiles.ts';
import { itemCounts } from '../../data/interactions.ts';
import type { AverageParameters } from './spec.ts';

/**
 * Average attack (Lam & Riedl 2004) on clicks: every fake user clicks all targets and `fillerCount` distinct other items, drawn in
 * proportion to their training clicks. Throws when there are not that many other items.
 */
export const average: AttackFactory<AverageParameters> = {
  create: ({ fakeUserCount, fillerCount }): Attack => ({
    async *run({ train, targets }, { rng }) {
      const others = itemsBesides(train.itemCount, targets, fillerCount, 'attack.params.fillerCount');
      const popularity = itemCounts(train);
      const fakeUsers = fillerProfiles(fakeUserCount, train.itemCount, targets, (user) =>
        weightedSample(others, popularity, fillerCount, rng.stream('fillers').stream(user)),
      );
      yield { level: 'outer', stage: 'attack', done: 1, total: 1, unit: 'passes' };
      return { produces: 'poison', fakeUsers };
    },
  }),
};
