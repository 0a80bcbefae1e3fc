import { topK } from '../../math/top-k.ts';
import type { RankingMargins, RankingReduction } from '../../nn/ranking-loss.ts';

/** reference: a row without gradient swaps in item 0, where argmax finds its first zero; skip-zero-rows leaves such a row alone. */
export type TieRule = 'reference' | 'skip-zero-rows';

/** For every position of every list: the item that stands there (A) and the one that would hurt the student most (A'). */
export interface SwapPlan {
  readonly topItems: Int32Array; // [N, k]
  readonly swapTargets: Int32Array; // [N, k]
  /** dL_student/ds_c at the scores of the list: the gradient of row c of A is this number times the student's scores. // [N, k] */
  readonly listGradient: Float32Array;
}

export interface SwapSettings {
  readonly margins: RankingMargins;
  /** Of the student's loss, see rankingLoss. */
  readonly reduction: RankingReduction;
  readonly ties: TieRule;
}

/** The k items of largest target score of every row, lower id first among equals. scores row-major [N, I]. // [N, k] */
export function topItemsOf(scores: Float32Array, itemCount: number, k: number): Int32Array {
  const rows = scores.length / itemCount;
  const top = new Int32Array(rows * k);
  for (let row = 0; row < rows; row++) {
    top.set(topK(scores.subarray(row * itemCount, (row + 1) * itemCount), k).ids, row * k);
  }
  return top;
}

/**
 * A' without the swap matrix (Zhang et al. 2024, section 4.5). Row c of dL_student/dA is g_c S_student, with
 * g_c = [pair c-1 is active] - [pair c is active] - [negative c is active] (sum), or
 * g_c = ([pair c-1 is active] - [pair c is active]) / (N (k - 1)) - [negative c is active] / (N k) (mean),
 * so its largest entry is the student's best item where g_c > 0, its worst where g_c < 0, and every item where g_c = 0. The two differ
 * where the pair before and the negative are active and the pair after is not: 0 as a sum, barely above 0 as means, since 1/(k - 1) > 1/k.
 * studentScores row-major [N, I], topItems and negatives [N, k].
 */
export function swapPlan(
  studentScores: Float32Array,
  topItems: Int32Array,
  negatives: Int32Array,
  itemCount: number,
  { margins, reduction, ties }: SwapSettings,
): SwapPlan {
  const rows = studentScores.length / itemCount;
  const k = topItems.length / rows;
  const perPair = reduction === 'sum' ? 1 : 1 / (rows * (k - 1));
  const perNegative = reduction === 'sum' ? 1 : 1 / (rows * k);
  const listGradient = new Float32Array(topItems.length);
  const swapTargets = new Int32Array(topItems.length);
  for (let row = 0; row < rows; row++) {
    const scores = studentScores.subarray(row * itemCount, (row + 1) * itemCount);
    const { best, worst } = extremes(scores);
    const at = (place: number) => scores[topItems[row * k + place] as number] as number;
    for (let place = 0; place < k; place++) {
      const pair = place < k - 1 && active(at(place + 1), at(place), margins.rank);
      const before = place > 0 && active(at(place), at(place - 1), margins.rank);
      const negative = scores[negatives[row * k + place] as number] as number;
      const beaten = active(negative, at(place), margins.negative);
      const slope =
        (pair === before ? 0 : (Number(before) - Number(pair)) * perPair) - Number(beaten) * perNegative;
      const gradient = Math.fround(slope);
      listGradient[row * k + place] = gradient;
      swapTargets[row * k + place] =
        gradient > 0 ? best : gradient < 0 ? worst : ties === 'reference' ? 0 : (topItems[row * k + place] as number); // prettier-ignore
    }
  }
  return { topItems, swapTargets, listGradient };
}

/** Whether max(after - before + margin, 0) has a slope, in the arithmetic of the tensors. */
function active(after: number, before: number, margin: number): boolean {
  return Math.fround(Math.fround(after - before) + Math.fround(margin)) > 0;
}

/** First items of the largest and of the smallest score. */
function extremes(scores: Float32Array): { best: number; worst: number } {
  let best = 0;
  let worst = 0;
  for (let item = 1; item < scores.length; item++) {
    if ((scores[item] as number) > (scores[best] as number)) best = item;
    if ((scores[item] as number) < (scores[worst] as number)) worst = item;
  }
  return { best, worst };
}
