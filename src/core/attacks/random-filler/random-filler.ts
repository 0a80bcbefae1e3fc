import type { Attack, AttackFactory } from '../../contracts.ts';
import { interactionsFromEntries, type Entry } from '../../data/interactions.ts';
import { badInput } from '../../errors.ts';
import type { RandomFillerParameters } from './spec.ts';

/**
 * Random filler attack (Lam & Riedl 2004; RandFilter in Tang et al. 2020): every fake user clicks all targets and `fillerCount`
 * distinct other items, drawn uniformly. Throws when there are not that many other items.
 */
export const randomFiller: AttackFactory<RandomFillerParameters> = {
  create: ({ fakeUserCount, fillerCount }): Attack => ({
    async *run({ train, targets }, { rng }) {
      const others = train.itemCount - targets.length;
      if (fillerCount > others) {
        throw badInput(
          'attack.params.fillerCount',
          `must be at most ${others}, the items besides the targets`,
          fillerCount,
        );
      }
      const chosen = new Set<number>(targets);
      const rest = Int32Array.from({ length: train.itemCount }, (_, item) => item).filter(
        (item) => !chosen.has(item),
      );
      const entries: Entry[] = [];
      for (let user = 0; user < fakeUserCount; user++) {
        for (const item of targets) entries.push({ user, item });
        const draws = rng.stream('fillers').stream(user).sample(rest.length, fillerCount);
        for (const at of draws) entries.push({ user, item: rest[at] as number });
      }
      const fakeUsers = interactionsFromEntries(fakeUserCount, train.itemCount, entries);
      yield { level: 'outer', stage: 'attack', done: 1, total: 1, unit: 'passes' };
      return { produces: 'poison', fakeUsers };
    },
  }),
};
