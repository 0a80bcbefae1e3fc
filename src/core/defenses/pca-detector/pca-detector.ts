import type { DefenseFactory } from '../../contracts.ts';
import { mostSuspicious } from '../../math/most-suspicious.ts';
import { loadingScores } from './loading-scores.ts';
import type { PcaDetectorParameters } from './spec.ts';

/**
 * PCA variable selection (Mehta & Nejdl 2009): users with the smallest part in the leading components of the covariance between users are
 * suspicious; the `flaggedShare` most suspicious are removed. Suspicion is the negative loading score.
 */
export const pcaDetector: DefenseFactory<PcaDetectorParameters> = {
  create: ({ flaggedShare, componentCount }) => ({
    async *sanitize(train, context) {
      const rounds = loadingScores(train, componentCount);
      let next = rounds.next();
      for (let done = 1; !next.done; done++) {
        await context.yieldNow();
        yield { level: 'inner', stage: 'PCA detector', done, total: Math.max(done, 60), unit: 'rounds' };
        next = rounds.next();
      }
      const suspicion = Float32Array.from(next.value.scores, (score) => -score);
      return { suspicion, removed: mostSuspicious(suspicion, flaggedShare) };
    },
  }),
};
