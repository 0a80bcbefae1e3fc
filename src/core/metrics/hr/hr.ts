import type { Metric } from '../../contracts.ts';

/** HR@k of one user: 1 when any held-out item stands before place k, else 0. Undefined without held-out items. */
export const hr: Metric = {
  perUser({ heldOut }, cutoff) {
    const first = heldOut[0];
    return first === undefined ? undefined : Number(first < cutoff);
  },
};
