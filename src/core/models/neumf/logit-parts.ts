import type { ScoreParts } from '../../contracts.ts';
import { named } from '../../math/named-tensors.ts';
import { rowsOf } from '../../nn/rows-of.ts';
import { tf, tidy, type NamedTensors, type Tensor2D } from '../../tensors.ts';
import { networkTerms, outputParts, type Network } from './forward.ts';

/**
 * A logit as the sum that the output layer takes (He et al. 2017, Eq. 12): h_d p_d q_d of every dimension of the product branch, then what
 * all numbers of the network branch give together, then the bias.
 */
export async function logitParts(
  current: NamedTensors,
  user: number,
  item: number,
  network: Network,
): Promise<readonly ScoreParts[]> {
  const terms = tidy(() => {
    const { products, bias } = outputParts(current);
    const person = rowsOf(named(current, 'users') as Tensor2D, [user]);
    const place = rowsOf(named(current, 'items') as Tensor2D, [item]);
    const each = tf.mul(tf.mul(person, place), products); // [1, D]
    const branch = networkTerms(current, Int32Array.of(user), Int32Array.of(item), network); // [1]
    return tf.concat([tf.reshape(each, [-1]), branch, bias]); // [D + 2]
  });
  const values = Float64Array.from(await terms.data().finally(() => terms.dispose()));
  const size = values.length - 2;
  const labels = Array.from(values, (_, at) => ['Network branch', 'Bias'][at - size] ?? '');
  const method =
    'The score is a sum: of every dimension of the product of the two vectors, of the network branch, and of a bias that all pairs share.';
  return [{ of: 'dimensions', indices: Int32Array.from(values.keys()), values, labels, exact: true, method }];
}
