import { test } from 'vitest';
import { forEachBackend } from '../../testing/backends.ts';
import { expectGradient, expectSecondGradient } from '../../testing/gradient-check.ts';
import { expectNoLeak } from '../../testing/leak-check.ts';
import { expectClose, expectFinite } from '../../testing/matchers.ts';
import { tf, type Scalar, type Tensor } from '../tensors.ts';
import {
  binaryCrossEntropy,
  exp,
  logSoftmax,
  logSumExp,
  sigmoid,
  softmax,
  softplus,
  tanh,
} from './smooth.ts';

const points = [-3, -1.25, -0.5, 0, 0.25, 1, 2.5];
const s = (x: number) => 1 / (1 + Math.exp(-x));

/** Value, first, second and third derivative in double precision. */
const elementwise = [
  ['exp', exp, [Math.exp, Math.exp, Math.exp, Math.exp]],
  [
    'sigmoid',
    sigmoid,
    [
      s,
      (x: number) => s(x) * (1 - s(x)),
      (x: number) => s(x) * (1 - s(x)) * (1 - 2 * s(x)),
      (x: number) => s(x) * (1 - s(x)) * (1 - 6 * s(x) + 6 * s(x) ** 2),
    ],
  ],
  [
    'tanh',
    tanh,
    [
      Math.tanh,
      (x: number) => 1 - Math.tanh(x) ** 2,
      (x: number) => -2 * Math.tanh(x) * (1 - Math.tanh(x) ** 2),
      (x: number) => (1 - Math.tanh(x) ** 2) * (6 * Math.tanh(x) ** 2 - 2),
    ],
  ],
  [
    'softplus',
    softplus,
    [
      (x: number) => Math.log1p(Math.exp(x)),
      s,
      (x: number) => s(x) * (1 - s(x)),
      (x: number) => s(x) * (1 - s(x)) * (1 - 2 * s(x)),
    ],
  ],
] as const;

forEachBackend(() => {
  for (const [name, op, derivatives] of elementwise) {
    test(`${name} has its exact value and three exact derivatives`, async () => {
      const x = tf.tensor1d(points);
      let current: (t: Tensor) => Tensor = (t) => op(t);
      for (const expected of derivatives) {
        expectClose(await current(x).data(), points.map(expected), { absolute: 2e-5, relative: 1e-4 });
        current = tf.grad(current);
      }
    });
  }

  test('softplus, sigmoid and their derivatives stay finite at ±90', async () => {
    const x = tf.tensor1d([-90, 90]);
    expectClose(await softplus(x).data(), [0, 90], { absolute: 1e-4 });
    expectClose(await sigmoid(x).data(), [0, 1]);
    expectFinite(await tf.grad(tf.grad(softplus))(x).data());
  });

  test('log-softmax sums to one, does not overflow, and is right to second order', async () => {
    const x = tf.tensor2d([[0.5, -1, 2], [1, 1, 0.25]]); // prettier-ignore
    expectClose(await tf.sum(softmax(x), -1).data(), [1, 1]);
    expectClose(await logSoftmax(tf.tensor1d([1000, 0])).data(), [0, -1000]);
    const loss = (t: Tensor) => tf.sum(tf.square(logSoftmax(t))) as Scalar;
    await expectGradient(loss, [x]);
    await expectSecondGradient(loss, [x]);
  });

  test('log-sum-exp does not overflow and is right to second order', async () => {
    const x = tf.tensor2d([[0.5, -1, 2], [1, 1, 0.25]]); // prettier-ignore
    expectClose(await logSumExp(tf.tensor1d([1000, 1000])).data(), [1000 + Math.log(2)], { absolute: 1e-3 });
    const loss = (t: Tensor) => tf.sum(tf.square(logSumExp(t))) as Scalar;
    await expectGradient(loss, [x]);
    await expectSecondGradient(loss, [x]);
  });

  test('binary cross-entropy has the second derivative that the library gets wrong', async () => {
    const logits = tf.tensor1d([0.5, -2, 3]);
    const labels = tf.tensor1d([1, 0, 0.25]);
    const probabilities = [0.5, -2, 3].map(s);
    const second = tf.grad(
      tf.grad((x: Tensor) => binaryCrossEntropy(x, labels as Tensor)) as (x: Tensor) => Tensor,
    )(logits);
    expectClose(
      await second.data(),
      probabilities.map((p) => p * (1 - p)),
      { absolute: 1e-5 },
    );
    await expectSecondGradient(
      (x, y) => tf.sum(tf.square(binaryCrossEntropy(x, y))) as Scalar,
      [logits, labels],
    );
  });

  test('second derivatives leave no tensor behind', async () => {
    await expectNoLeak(() => {
      tf.tidy(() => void tf.grad(tf.grad(sigmoid))(tf.tensor1d(points)));
    });
  });
});
