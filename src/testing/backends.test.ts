import { expect, test } from 'vitest';
import { tf } from '../core/tensors.ts';
import { forEachBackend } from './backends.ts';
import { expectGradient, expectSecondGradient } from './gradient-check.ts';
import { expectNoLeak } from './leak-check.ts';
import { expectClose, expectFinite, mismatch } from './matchers.ts';
import type { Scalar, Tensor } from '../core/tensors.ts';

forEachBackend((name) => {
  test('is current inside its block', () => {
    expect(tf.getBackend()).toBe(name);
  });

  const cubes = (x: Tensor) => tf.sum(tf.mul(x, tf.square(x))) as Scalar;

  test('the gradient check accepts true first and second derivatives', async () => {
    const x = tf.tensor1d([0.5, -1, 2]);
    await expectGradient(cubes, [x]);
    await expectSecondGradient(cubes, [x]);
    x.dispose();
  });

  test('the gradient check refuses a wrong derivative', async () => {
    const wrong = tf.customGrad((x: Tensor | ((t: Tensor[]) => void)) => ({
      value: tf.square(x as Tensor),
      gradFunc: (dy: Tensor) => dy,
    }));
    const x = tf.tensor1d([0.25, 3]);
    await expect(expectGradient((t) => tf.sum(wrong(t)) as Scalar, [x])).rejects.toThrow(/expected 0\.[45]/);
    x.dispose();
  });

  test('the leak check counts tensors of asynchronous work', async () => {
    let kept: Tensor | undefined;
    await expectNoLeak(async () => {
      const x = tf.scalar(1);
      await x.data();
      x.dispose();
    });
    const leaking = expectNoLeak(() => {
      kept = tf.scalar(1);
    });
    await expect(leaking).rejects.toThrow(/tensors alive/);
    kept?.dispose();
  });
});

test('a number that is not finite never matches', () => {
  expect(() => expectClose([Number.NaN], [Number.POSITIVE_INFINITY])).toThrow(/value\[0\]/);
  expect(() => expectClose([Number.POSITIVE_INFINITY], [Number.POSITIVE_INFINITY])).toThrow(/value\[0\]/);
  expect(() => expectFinite([])).toThrow(/no numbers/);
  expect(mismatch([0], [null], { absolute: 1, relative: 1 })).toMatch(/expected null, got 0/);
  expect(mismatch([Number.NaN], [null], { absolute: 0, relative: 0 })).toBeUndefined();
});
