import { named } from '../../math/named-tensors.ts';
import { dense } from '../../nn/dense.ts';
import { gelu } from '../../nn/gelu.ts';
import { matrixProduct, swapped } from '../../math/matrix-product.ts';
import { tf, type NamedTensors, type Tensor, type Tensor2D } from '../../tensors.ts';

/**
 * Logits over the given rows of the token table (tied output): gelu(hidden headWeights + headBiases) · tokens + biases.
 * hidden [N, D], tokens [V, D], biases [V]. // [N, V]
 */
export function logits(
  parameters: NamedTensors,
  hidden: Tensor2D,
  tokens: Tensor2D,
  biases: Tensor,
): Tensor2D {
  const head = gelu(dense(hidden, named(parameters, 'headWeights'), named(parameters, 'headBiases')));
  return tf.add(matrixProduct(head, swapped(tokens)), biases);
}
