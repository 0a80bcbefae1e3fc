import type { Interactions } from '../../data/interactions.ts';
import { addAll } from '../../math/add-all.ts';
import { tf, type Scalar, type Tensor2D } from '../../tensors.ts';
import type { UnrolledInjectionParameters } from './spec.ts';

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

/**
 * The lab's own loss of demotion: the sum over users of the mean over targets k of -log(1 - softmax(scores_u)_k), without
 * cancellation: log sum exp of all scores less that of all but the target's. scores [U, I]; a scalar.
 */
export function demoteLoss(scores: Tensor2D, targets: readonly number[]): Scalar {
  const all = tf.sum(tf.logSumExp(scores, 1));
  const terms = targets.map((target) => {
    const without = tf.mul(tf.oneHot(tf.tensor1d([target], 'int32'), scores.shape[1]), -1e9); // [1, I]
    return tf.sub(all, tf.sum(tf.logSumExp(tf.add(scores, without), 1)));
  });
  return tf.mul(addAll(terms), 1 / targets.length) as Scalar;
}

/**
 * The lab's own loss of spoiling: the sum over users of the mean over their own items of +log softmax(scores_u)_i. `own` holds
 * 1 / (number of own items) at those, else 0. scores, own [U, I]; a scalar.
 */
export function spoilLoss(scores: Tensor2D, own: Tensor2D): Scalar {
  return tf.sum(tf.mul(tf.logSoftmax(scores), own)) as Scalar;
}

/** The attacker's loss over users `from` .. `from` + rows of scores. */
export function adversarialLoss(
  goal: UnrolledInjectionParameters['goal'],
  scores: Tensor2D,
  targets: readonly number[],
  train: Interactions,
  from: number,
): Scalar {
  if (goal === 'promote') return promoteLoss(scores, targets);
  if (goal === 'demote') return demoteLoss(scores, targets);
  const [users, items] = scores.shape;
  const own = new Float32Array(users * items);
  for (let row = 0; row < users; row++) {
    const start = train.offsets[from + row] as number;
    const end = train.offsets[from + row + 1] as number;
    for (let at = start; at < end; at++) own[row * items + (train.items[at] as number)] = 1 / (end - start);
  }
  return spoilLoss(scores, tf.tensor2d(own, [users, items]));
}
