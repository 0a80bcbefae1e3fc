import type { Metric } from '../../contracts.ts';

/**
 * Recall@k of one user: held-out items before place k, divided by all held-out items. With more than k of them 1 cannot
 * be reached; `recall-capped` divides by min(k, held-out) instead. Undefined without held-out items.
 */
export const recall: Metric = {
  perUser({ heldOut }, cutoff) {
    if (heldOut.length === 0) return undefined;
    return heldOut.filter((position) => position < cutoff).length / heldOut.length;
  },
};
