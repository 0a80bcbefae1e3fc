import type { Metric } from '../../contracts.ts';

/**
 * NDCG@k of one user with H held-out items at positions p (0-based): the sum over p < k of 1 / log2(p + 2), divided by
 * the same sum over the best possible places 0 .. min(k, H) - 1. Undefined without held-out items.
 */
export const ndcg: Metric = {
  perUser({ heldOut }, cutoff) {
    if (heldOut.length === 0) return undefined;
    const places = Math.min(cutoff, heldOut.length);
    let gained = 0;
    let best = 0;
    for (const position of heldOut) if (position < cutoff) gained += 1 / Math.log2(position + 2);
    for (let place = 0; place < places; place++) best += 1 / Math.log2(place + 2);
    return gained / best;
  },
};
