import type { UserRanking } from '../contracts.ts';

/**
 * A user's ranking as the metrics read it, when only a served list is known: an item stands where the list has it, and last of all
 * candidates when the list has it not, so that HR and NDCG at a cutoff within the list are exact.
 */
export function servedRanking(
  list: Int32Array,
  heldOut: readonly number[],
  targets: { readonly open: readonly number[]; readonly count: number },
  candidateCount: number,
): UserRanking {
  const positions = (items: readonly number[]) => {
    let missing = candidateCount - items.filter((item) => !list.includes(item)).length;
    return items.map((item) => (list.includes(item) ? list.indexOf(item) : missing++)).sort((a, b) => a - b);
  };
  return {
    heldOut: positions(heldOut),
    targets: positions(targets.open),
    ownedTargets: targets.count - targets.open.length,
    targetCount: targets.count,
    candidateCount,
  };
}
