import { scoresAtItems } from '../../nn/ranking-loss.ts';
import { tf, type Scalar, type Tensor2D } from '../../tensors.ts';
import type { SwapPlan } from './swap-plan.ts';

/**
 * Swap loss (Zhang et al. 2024, Eq. 5): mean over positions, as printed, and over the rows of the step, as the victim's own loss, of
 * max(S[a] - S[a'] + margin, 0), with (A - A') S read by two gathers. It is a mean however the student's loss is reduced. A position that keeps its item counts for the margin alone. scores [N, I].
 *
 * At loss 0 and margin 0 an item of A' stands in A at its place or higher, and at its very place as long as no item of A' came twice
 * before it. Lemma 4.1 claims the latter for every first appearance, which is too much: scores (3, 2, 1), A = (0, 1, 2), A' = (0, 0, 1).
 */
export function swapLoss(scores: Tensor2D, { topItems, swapTargets }: SwapPlan, margin: number): Scalar {
  const gap = tf.sub(scoresAtItems(scores, topItems), scoresAtItems(scores, swapTargets));
  return tf.mean(tf.relu(tf.add(gap, margin))) as Scalar;
}
