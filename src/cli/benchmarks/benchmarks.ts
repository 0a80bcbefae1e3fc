import { mapStep } from './map-step.ts';
import { outerStep } from './outer-step.ts';
import { rankingEvaluation } from './ranking-evaluation.ts';
import { sparseProducts } from './sparse-products.ts';
import { trainingStep } from './training-step.ts';

/** What `npm run bench` measures. Each computes on the backend that is open. */
export const benchmarks: Readonly<Record<string, () => Promise<unknown>>> = {
  outerStep,
  sparseProducts,
  trainingStep,
  mapStep,
  rankingEvaluation,
};
