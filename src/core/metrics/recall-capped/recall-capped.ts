import type { Metric } from '../../contracts.ts';

/** Capped recall@k of one user: held-out items before place k, divided by min(k, held-out). Undefined without held-out items. */
export const recallCapped: Metric = {
  perUser({ heldOut }, cutoff) {
    if (heldOut.length === 0) return undefined;
    return heldOut.filter((position) => position < cutoff).length / Math.min(cutoff, heldOut.length);
  },
};
