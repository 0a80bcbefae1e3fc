import { test } from 'vitest';
import { forEachBackend } from '../../testing/backends.ts';
import { expectGradient, expectSecondGradient } from '../../testing/gradient-check.ts';
import { expectClose } from '../../testing/matchers.ts';
import { tf, type Scalar, type Tensor, type Tensor2D } from '../tensors.ts';
import { matrixProduct } from './matrix-product.ts';

const cubed = (a: Tensor, b: Tensor) => {
  const product = matrixProduct(a as Tensor2D, b as Tensor2D);
  return tf.sum(tf.mul(product, tf.square(product))) as Scalar;
};

forEachBackend(() => {
  test('a product equals the sum over the inner axis, and both of its derivatives agree with differences', async () => {
    const a = tf.tensor2d([1, -0.5, 0.25, 0.5, 0.75, -1], [2, 3]);
    const b = tf.tensor2d([0.5, 1, -0.25, 0.5, 1, -1], [3, 2]);
    const product = matrixProduct(a, b);
    expectClose(await product.data(), [0.875, 0.5, -0.9375, 1.875]);
    await expectGradient(cubed as never, [a, b]);
    await expectSecondGradient(cubed as never, [a, b]);
    tf.dispose([a, b, product]);
  });
});
