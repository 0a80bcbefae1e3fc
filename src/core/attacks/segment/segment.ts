import type { Attack, AttackFactory } from '../../contracts.ts';
import { fillerProfiles, itemsBesides } from '../../data/filler-profiles.ts';
import { itemCounts, type Interactions } from '../../data/interactions.ts';
import { popularityRanks } from '../../data/item-selection.ts';
import { usersByItem } from '../../data/select-rows.ts';
import { jaccard, setNeighbours } from '../../math/set-neighbours.ts';
import type { SegmentParameters } from './spec.ts';

/**
 * Segment attack (Mobasher et al. 2007) on clicks: every fake user clicks all targets, the `segmentCount` other items most alike to a target
 * (largest Jaccard similarity of their users to those of any target; unlike items by popularity behind them), and `fillerCount` distinct
 * further items drawn uniformly. Throws when there are not that many items.
 */
export const segment: AttackFactory<SegmentParameters> = {
  create: ({ fakeUserCount, segmentCount, fillerCount }): Attack => ({
    async *run({ train, targets }, { rng }) {
      const { itemCount } = train;
      const besides = itemsBesides(itemCount, targets, segmentCount, 'attack.params.segmentCount');
      const always = [...targets, ...mostAlike(train, targets, besides).slice(0, segmentCount)];
      const taken = 'the targets and the segment';
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

/** Items from the most to the least alike to any target, the more popular first among equals. */
function mostAlike(train: Interactions, targets: readonly number[], items: Int32Array): Int32Array {
  const nearest = setNeighbours(usersByItem(train), train, train.itemCount, jaccard);
  const similarity = new Float32Array(train.itemCount);
  for (const target of targets) {
    const { ids, similarities } = nearest(target);
    ids.forEach((item, at) => {
      similarity[item] = Math.max(similarity[item] as number, similarities[at] as number);
    });
  }
  const ranks = popularityRanks(itemCounts(train));
  return items
    .slice()
    .sort(
      (a, b) =>
        (similarity[b] as number) - (similarity[a] as number) || (ranks[a] as number) - (ranks[b] as number),
    );
}
