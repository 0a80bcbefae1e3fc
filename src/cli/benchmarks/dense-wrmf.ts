import { tf, tidy, type NamedTensors, type Scalar, type Tensor, type Tensor2D } from '../../core/tensors.ts';
import type { UnrolledTraining } from '../../core/math/hypergradient.ts';

/**
 * WRMF as one would write it first: every cell of [U + F, I] at every step (Tang et al. 2020, Eq. 5), gradients and Hessian-vector
 * products by hand, transposes made explicit. What the Gram form is compared with.
 */
export function denseWrmf(genuine: Tensor2D, weight: number) {
  const matrix = (variables: NamedTensors) =>
    variables.fake ? (tf.concat([genuine, variables.fake as Tensor2D]) as Tensor2D) : genuine;
  const weights = (x: Tensor2D) => tf.add(tf.mul(tf.cast(tf.greater(x, 0), 'float32'), weight - 1), 1);
  const product = (a: Tensor2D, b: Tensor2D): Tensor2D => tf.matMul(a, tf.transpose(b));
  const transposedTimes = (a: Tensor2D, b: Tensor2D): Tensor2D => tf.matMul(tf.transpose(a), b);
  const error = (x: Tensor2D, users: Tensor2D, items: Tensor2D) =>
    tf.mul(weights(x), tf.sub(product(users, items), x)) as Tensor2D; // [U + F, I]

  const gradient = (current: NamedTensors, variables: NamedTensors): NamedTensors => {
    const { users, items } = current as { users: Tensor2D; items: Tensor2D };
    const e = error(matrix(variables), users, items);
    return { users: tf.mul(tf.matMul(e, items), 2), items: tf.mul(transposedTimes(e, users), 2) };
  };
  const hessianVector: UnrolledTraining['hessianVector'] extends (
    parameters: NamedTensors,
    step: number,
    direction: NamedTensors,
  ) => infer Product
    ? (current: NamedTensors, variables: NamedTensors, direction: NamedTensors) => Product
    : never = (current, variables, direction) => {
    const { users, items } = current as { users: Tensor2D; items: Tensor2D };
    const { users: a, items: b } = direction as { users: Tensor2D; items: Tensor2D };
    const x = matrix(variables);
    const e = error(x, users, items);
    const d = tf.mul(weights(x), tf.add(product(a, items), product(users, b))) as Tensor2D;
    const fakes = (variables.fake as Tensor2D).shape[0];
    return {
      parameters: {
        users: tf.mul(tf.add(tf.matMul(d, items), tf.matMul(e, b)), 2),
        items: tf.mul(tf.add(transposedTimes(d, users), transposedTimes(e, a)), 2),
      },
      variables: { fake: tf.mul(tf.slice(d, [genuine.shape[0], 0], [fakes, -1]), -2) as Tensor },
    };
  };
  const loss = (current: NamedTensors): Scalar =>
    tidy(() => {
      const { users, items } = current as { users: Tensor2D; items: Tensor2D };
      const squares = tf.square(tf.sub(product(users, items), genuine));
      return tf.sum(tf.mul(weights(genuine), squares)) as Scalar;
    });
  return { gradient, hessianVector, loss };
}
