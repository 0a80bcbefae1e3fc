import { tf, type Scalar, type Tensor1D, type Tensor2D } from '../tensors.ts';

export interface RankingMargins {
  readonly rank: number; // m_1
  readonly negative: number; // m_2
}

/** sum: Eq. 4 as printed, over all rows; mean: mean of the pair terms + mean of the negative terms, as the authors' code. */
export type RankingReduction = 'sum' | 'mean';

/**
 * The loss that teaches a surrogate or student to rank as the victim does (Zhang et al. 2024, Eq. 4), s_c = scores[topItems_c]:
 * sum over c < k of max(s_{c+1} - s_c + m_1, 0) + sum over c of max(scores[negatives_c] - s_c + m_2, 0).
 * scores [N, I]; topItems and negatives row-major [N, k].
 */
export function rankingLoss(
  scores: Tensor2D,
  topItems: Int32Array,
  negatives: Int32Array,
  margins: RankingMargins,
  reduction: RankingReduction,
): Scalar {
  const rows = scores.shape[0];
  const k = topItems.length / rows;
  const ranked = scoresAtItems(scores, topItems); // [N, k]
  const others = scoresAtItems(scores, negatives); // [N, k]
  const total = (terms: Tensor2D) => {
    const hinge = tf.relu(terms);
    return reduction === 'sum' ? tf.sum(hinge) : tf.mean(hinge);
  };
  const beaten = total(tf.add(tf.sub(others, ranked), margins.negative));
  if (k < 2) return beaten as Scalar;
  const above = tf.slice(ranked, [0, 0], [rows, k - 1]);
  const below = tf.slice(ranked, [0, 1], [rows, k - 1]);
  return tf.add(total(tf.add(tf.sub(below, above), margins.rank)), beaten) as Scalar;
}

/** scores[n, items[n, c]], by one gather from the flat scores. scores [N, I], items row-major [N, k]. // [N, k] */
export function scoresAtItems(scores: Tensor2D, items: Int32Array): Tensor2D {
  const [rows, itemCount] = scores.shape;
  const k = items.length / rows;
  const places = items.map((item, at) => Math.floor(at / k) * itemCount + item);
  const flat = tf.reshape(scores, [-1]) as Tensor1D;
  return tf.reshape(tf.gather(flat, tf.tensor1d(places, 'int32')), [rows, k]) as Tensor2D;
}
