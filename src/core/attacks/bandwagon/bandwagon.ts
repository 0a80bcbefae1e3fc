import type { Attack, AttackFactory } from '../../contracts.ts';
import { fillerProfiles, itemsBesides } from '../../data/filler-profiles.ts';
import { itemCounts } from '../../data/interactions.ts';
import { itemsByPopularity } from '../../data/item-selection.ts';
import type { BandwagonParameters } from './spec.ts';

/**
 * Bandwagon attack (Mobasher et al. 2007) on clicks: every fake user clicks all targets, the `popularCount` most clicked other items, and
 * `fillerCount` distinct further items drawn uniformly. Throws when there are not that many items.
 */
export const bandwagon: AttackFactory<BandwagonParameters> = {
  create: ({ fakeUserCount, popularCount, fillerCount }): Attack => ({
    async *run({ train, targets }, { rng }) {
      const { itemCount } = train;
      const besides = new Set<number>(
        itemsBesides(itemCount, targets, popularCount, 'attack.params.popularCount'),
      );
      const popular = itemsByPopularity(itemCounts(train)).filter((item) => besides.has(item));
      const always = [...targets, ...popular.slice(0, popularCount)];
      const taken = 'the targets and popular items';
      const others = itemsBesides(itemCount, always, fillerCount, 'attack.params.fillerCount', taken);
      const fakeUsers = fillerProfiles(fakeUserCount, itemCount, always, (user) => {
        const draws = rng.stream('fillers').stream(user).sample(others.length, fillerCount);
        return draws.map((at) => others[at] as number);
      });
      yield { level: 'outer', stage: 'attack', done: 1, total: 1, unit: 'passes' };
      return { produces: 'poison', fakeUsers };
    },
  }),
};
