import { describe, test } from 'vitest';
import { forEachBackend } from '../../testing/backends.ts';
import { expectGradient, expectSecondGradient } from '../../testing/gradient-check.ts';
import { expectClose } from '../../testing/matchers.ts';
import { tf, type Scalar, type Tensor } from '../tensors.ts';
import { activation, type ActivationName } from './activation.ts';

const points = [-1.5, -0.5, 0.5, 1.25];
const expected: Record<ActivationName, number[]> = {
  tanh: points.map(Math.tanh),
  sigmoid: points.map((x) => 1 / (1 + Math.exp(-x))),
  selu: points.map((x) => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * (Math.exp(x) - 1))),
  relu: points.map((x) => Math.max(0, x)),
  linear: points,
};

forEachBackend(() => {
  describe.each(Object.keys(expected) as ActivationName[])('%s', (name) => {
    test('has its value and can be differentiated twice', async () => {
      const x = tf.tensor1d(points);
      const y = activation[name](x);
      expectClose(await y.data(), expected[name], { absolute: 2e-6 });
      const squared = (t: Tensor) => tf.sum(tf.square(activation[name](t))) as Scalar;
      await expectGradient(squared, [x]);
      await expectSecondGradient(squared, [x]);
      tf.dispose([x, y]);
    });
  });
});
