import { tf, type Tensor } from '../tensors.ts';

/**
 * A·B with gradients dY·Bᵀ and Aᵀ·dY by explicit transposes: the library's own gradient asks for transposed products, which are ten
 * times slower on the wasm backend. Differentiable any number of times.
 * [..., n, k] x [..., k, m] -> [..., n, m], both of rank 2 or both of rank 3.
 */
export function matrixProduct<T extends Tensor>(left: T, right: T): T {
  const multiply = tf.customGrad((...given) => {
    const [a, b, save] = given as [Tensor, Tensor, (tensors: Tensor[]) => void];
    save([a, b]);
    const gradFunc = (dy: Tensor, saved: Tensor[]) => {
      const [l, r] = saved as [Tensor, Tensor];
      return [matrixProduct(dy, swapped(r)), matrixProduct(swapped(l), dy)];
    };
    return { value: tf.matMul(a, b), gradFunc };
  });
  return multiply(left, right) as T;
}

/** The last two axes exchanged. */
export function swapped<T extends Tensor>(tensor: T): T {
  return tf.transpose(tensor, tensor.rank === 3 ? [0, 2, 1] : [1, 0]);
}
