import type { Metric } from '../../contracts.ts';

/** Reciprocal rank of one user: 1 / (p + 1) of the first held-out item, without a cutoff. Undefined without held-out items. */
export const mrr: Metric = {
  perUser({ heldOut }) {
    const first = heldOut[0];
    return first === undefined ? undefined : 1 / (first + 1);
  },
};
