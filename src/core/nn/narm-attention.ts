import { named } from '../math/named-tensors.ts';
import { tf, type NamedTensors, type Tensor, type Tensor3D } from '../tensors.ts';
import { dense } from './dense.ts';
import { matrixProduct } from '../math/matrix-product.ts';

/** sigmoid is the paper's (Li et al. 2017, Eq. 8); hard-sigmoid, clip(x/6 + 1/2, 0, 1), is what the authors of the attack run. */
export type Squashing = 'sigmoid' | 'hard-sigmoid';

/**
 * NARM's attention (Li et al. 2017, Eq. 6-8) for q query places over n states:
 * attention_jt = squash(query_j · attentionLastWeights + state_t · attentionStateWeights) . attentionVector, no softmax, times `visible`.
 * Then local_j = sum over t of attention_jt state_t.
 * queries [B, q, H], states [B, n, H], visible [B, q, n] 0/1. // attention [B, q, n], local [B, q, H]
 */
export function narmAttention(
  queries: Tensor3D,
  states: Tensor3D,
  visible: Tensor3D,
  layer: NamedTensors,
  squashing: Squashing,
): { readonly attention: Tensor3D; readonly local: Tensor3D } {
  const last = dense(queries, named(layer, 'attentionLastWeights')); // [B, q, A]
  const each = dense(states, named(layer, 'attentionStateWeights')); // [B, n, A]
  const sum = tf.add(tf.expandDims(last, 2), tf.expandDims(each, 1)); // [B, q, n, A]
  const squashed = squashing === 'sigmoid' ? tf.sigmoid(sum) : hardSigmoid(sum);
  const vector = tf.expandDims(named(layer, 'attentionVector'), 1); // [A, 1]
  const attention = tf.mul(tf.squeeze(dense(squashed, vector), [3]), visible) as Tensor3D;
  return { attention, local: matrixProduct(attention, states) };
}

/** clip(x/6 + 1/2, 0, 1) as relu(u) - relu(u - 1): differentiable once on every backend. */
function hardSigmoid(x: Tensor): Tensor {
  const line = tf.add(tf.div(x, 6), 0.5);
  return tf.sub(tf.relu(line), tf.relu(tf.sub(line, 1)));
}
