import { addAll } from '../../math/add-all.ts';
import { tf, type Scalar, type Tensor2D } from '../../tensors.ts';

/**
 * The promote loss of Tang et al. 2020, Eq. 3, for one or several targets: the sum over genuine users of the mean over targets k of
 * -log softmax(scores_u)_k, the softmax over all items, nothing masked. Users who own a target count too, as in the authors' code.
 * scores [U, I]; a scalar.
 */
export function promoteLoss(scores: Tensor2D, targets: readonly number[]): Scalar {
  const [users] = scores.shape;
  const logits = tf.logSoftmax(scores); // [U, I]
  const chosen = targets.map((target) => tf.sum(tf.slice(logits, [0, target], [users, 1])));
  return tf.mul(addAll(chosen), -1 / targets.length) as Scalar;
}
