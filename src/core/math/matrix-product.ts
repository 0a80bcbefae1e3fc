import { tf, type Tensor, type Tensor2D } from '../tensors.ts';

/**
 * A·B with gradients dY·Bᵀ and Aᵀ·dY by explicit transposes: the library's own gradient asks for transposed products, which are ten
 * times slower on the wasm backend. Differentiable any number of times. a [n, k], b [k, m]; [n, m].
 */
export function matrixProduct(a: Tensor2D, b: Tensor2D): Tensor2D {
  const compute = tf.customGrad((...given) => {
    const [left, right, save] = given as unknown as [Tensor2D, Tensor2D, (tensors: Tensor[]) => void];
    save([left, right]);
    const gradFunc = (dy: Tensor, saved: Tensor[]) => {
      const [l, r] = saved as [Tensor2D, Tensor2D];
      const change = dy as Tensor2D;
      return [matrixProduct(change, tf.transpose(r)), matrixProduct(tf.transpose(l), change)];
    };
    return { value: tf.matMul(left, right) as Tensor, gradFunc };
  });
  return compute(a, b) as Tensor2D;
}
