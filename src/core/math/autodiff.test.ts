import { describe, expect, test } from 'vitest';
import { forEachBackend } from '../../testing/backends.ts';
import { expectNoLeak } from '../../testing/leak-check.ts';
import { expectClose } from '../../testing/matchers.ts';
import { tf, tidy, type NamedTensors, type Scalar, type Tensor } from '../tensors.ts';
import { addAll } from './add-all.ts';
import { hessianVectorProduct, valueAndGradient } from './autodiff.ts';

/** sum of a² b + b³, with nothing of c. */
const scalar = ({ a, b }: NamedTensors): Scalar =>
  tf.add(tf.sum(tf.mul(tf.square(a as Tensor), b as Tensor)), tf.sum(tf.pow(b as Tensor, 3))) as Scalar;

forEachBackend(() => {
  describe('automatic differentiation by name', () => {
    const point = () => ({ a: tf.tensor1d([1, 2]), b: tf.tensor1d([3, -1]), c: tf.tensor1d([5]) });

    test('gives value and gradient, and 0 for what the scalar does not depend on', async () => {
      const at = point();
      const { value, gradient } = valueAndGradient(scalar, at);
      expectClose(await value.data(), [1 * 3 + 4 * -1 + 27 - 1], { absolute: 1e-4 });
      expectClose(await gradient.a?.data(), [6, -4], { absolute: 1e-4 });
      expectClose(await gradient.b?.data(), [1 + 27, 4 + 3], { absolute: 1e-4 });
      expect([...((await gradient.c?.data()) ?? [])]).toEqual([0]);
    });

    test('gives Hessian-vector products by parameters and by variables', async () => {
      const { a, b, c } = point();
      const direction = { a: tf.tensor1d([1, 0.5]) };
      // d<2ab, v>: by a 2 b v, by b 2 a v
      const product = hessianVectorProduct(
        (parameters, variables) => scalar({ ...parameters, ...variables }),
        { a },
        { b, c },
        direction,
      );
      expectClose(await product.parameters.a?.data(), [6, -1], { absolute: 1e-4 });
      expectClose(await product.variables.b?.data(), [2, 2], { absolute: 1e-4 });
      expect([...((await product.variables.c?.data()) ?? [])]).toEqual([0]);
    });

    test('leaves nothing behind inside a tidy', async () => {
      const at = point();
      await expectNoLeak(() => {
        const { value, gradient } = tidy(() => valueAndGradient(scalar, at));
        tf.dispose([value, ...Object.values(gradient)]);
      });
    });

    test('adds any number of tensors', async () => {
      const all = Array.from({ length: 60 }, (_, at) => tf.tensor1d([at, 1]));
      expect([...(await addAll(all).data())]).toEqual([(59 * 60) / 2, 60]);
    });

    test('a scalar of twenty tensors is differentiated', async () => {
      const many = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`p${at}`, tf.tensor1d([at])]));
      const { gradient } = valueAndGradient(
        (tensors) => addAll(Object.values(tensors).map((tensor) => tf.sum(tf.square(tensor)))) as Scalar,
        many,
      );
      expectClose(await gradient.p7?.data(), [14]);
    });
  });
});
