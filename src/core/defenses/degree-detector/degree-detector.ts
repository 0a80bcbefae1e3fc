import type { DefenseFactory } from '../../contracts.ts';
import { itemCounts, itemsOf } from '../../data/interactions.ts';
import { usersByItem } from '../../data/select-rows.ts';
import { mostSuspicious } from '../../math/most-suspicious.ts';
import { robustScores } from '../../math/robust-scores.ts';
import { setCosine, setNeighbours } from '../../math/set-neighbours.ts';
import type { DegreeDetectorParameters } from './spec.ts';

/** Users looked at before others are let in. */
const usersAtOnce = 64;
/** A number of clicks within so many robust deviations of the median is usual. */
const usual = 3;

/**
 * Features of a profile after the literature on shilling (Mobasher et al. 2007), made for clicks, as robust z-scores: the logarithm of the
 * number of clicks, the mean logarithm of the popularity of what was clicked, and the mean cosine to the nearest users. Suspicion adds up
 * what is less popular than usual, what is less like its neighbours than usual, and what of the number of clicks is beyond 3 deviations.
 */
export const degreeDetector: DefenseFactory<DegreeDetectorParameters> = {
  create: ({ flaggedShare, neighbourCount }) => ({
    async *sanitize(train, context) {
      const { userCount } = train;
      const popularity = itemCounts(train);
      const nearest = setNeighbours(train, usersByItem(train), neighbourCount, setCosine);
      const degrees = new Float64Array(userCount);
      const popularities = new Float64Array(userCount);
      const likenesses = new Float64Array(userCount);
      for (let user = 0; user < userCount; user++) {
        if (user % usersAtOnce === 0) {
          await context.yieldNow();
          yield { level: 'inner', stage: 'degree detector', done: user + 1, total: userCount, unit: 'users' };
        }
        const items = itemsOf(train, user);
        const logs = items.reduce((sum, item) => sum + Math.log(popularity[item] as number), 0);
        degrees[user] = Math.log1p(items.length);
        popularities[user] = logs / Math.max(1, items.length);
        likenesses[user] = nearest(user).similarities.reduce((sum, value) => sum + value, 0) / neighbourCount;
      }
      const [degree, popular, like] = [degrees, popularities, likenesses].map(robustScores) as [
        Float64Array,
        Float64Array,
        Float64Array,
      ];
      const suspicion = Float32Array.from(degree, (score, user) => {
        const beyond = Math.max(0, Math.abs(score) - usual);
        return beyond - (popular[user] as number) - (like[user] as number);
      });
      return { suspicion, removed: mostSuspicious(suspicion, flaggedShare) };
    },
  }),
};
