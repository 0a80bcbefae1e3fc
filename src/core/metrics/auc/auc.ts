import type { Metric } from '../../contracts.ts';

/**
 * AUC of one user: the share of pairs (held-out item, other candidate) in which the held-out item comes first; equal
 * scores count 0 or 1 by the tie rule of the positions. The j-th held-out item (0-based) at position p has p - j others
 * before it. Undefined without held-out items and without other candidates.
 */
export const auc: Metric = {
  perUser({ heldOut, candidateCount }) {
    const others = candidateCount - heldOut.length;
    if (heldOut.length === 0 || others === 0) return undefined;
    const wins = heldOut.reduce((sum, position, j) => sum + others - (position - j), 0);
    return wins / (heldOut.length * others);
  },
};
