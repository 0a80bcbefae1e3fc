import { expect, test } from 'vitest';
import { forEachBackend } from '../../testing/backends.ts';
import { expectClose } from '../../testing/matchers.ts';
import { adam } from '../math/optimizers/adam.ts';
import { adamw } from '../math/optimizers/adamw.ts';
import { sgdMomentum } from '../math/optimizers/sgd-momentum.ts';
import { initialState } from '../math/optimizers/training-state.ts';
import { createRng } from '../math/rng.ts';
import { tf, type Tensor } from '../tensors.ts';
import { clipped } from './clipped.ts';
import { decaying } from './decaying.ts';
import { dropout } from './dropout.ts';
import { rankingNegatives } from './ranking-negatives.ts';
import { truncatedNormal } from './truncated-normal.ts';

forEachBackend(() => {
  test('each gradient is shortened by itself, and only when it is too long', async () => {
    const optimizer = clipped(sgdMomentum({ learningRate: 1 }), 5);
    const before = initialState({ a: tf.zeros([2]), b: tf.zeros([2]) }, optimizer);
    const { parameters } = optimizer.update(before, { a: tf.tensor1d([30, 40]), b: tf.tensor1d([3, 0]) });
    expectClose(await (parameters['a'] as Tensor).data(), [-3, -4]);
    expectClose(await (parameters['b'] as Tensor).data(), [-3, 0]);
  });

  test('the adjoint of clipping is its exact transpose', async () => {
    const optimizer = clipped(sgdMomentum({ learningRate: 0.5 }), 1);
    const before = initialState({ a: tf.zeros([3]) }, optimizer);
    const after = (g: Tensor) => optimizer.update(before, { a: g }).parameters['a'] as Tensor;
    const bar = tf.tensor1d([1, -2, 0.5]);
    const after0 = { parameters: { a: bar }, slots: { buffer: { a: tf.zeros([3]) } } };
    for (const g of [tf.tensor1d([2, 1, -2]), tf.tensor1d([0.2, 0.1, -0.3])]) {
      const { gradient } = optimizer.adjoint(before, { a: g }, after0);
      const expected = [0, 1, 2].map(async (at) => {
        const step = tf.mul(tf.oneHot(at, 3), 0.01) as Tensor;
        const change = tf.sub(after(tf.add(g, step)), after(tf.sub(g, step)));
        return ((await tf.sum(tf.mul(change, bar)).data())[0] as number) / 0.02;
      });
      expectClose(await (gradient['a'] as Tensor).data(), await Promise.all(expected), { absolute: 2e-3 });
    }
  });

  test('decay on all names is AdamW; a name left out is plain Adam', async () => {
    const learningRate = 0.1;
    const parameters = { weights: tf.tensor1d([1, -2]), biases: tf.tensor1d([3, 4]) };
    const gradient = { weights: tf.tensor1d([0.5, 1]), biases: tf.tensor1d([1, -1]) };
    const step = (optimizer: ReturnType<typeof adam>) =>
      optimizer.update(initialState(parameters, optimizer), gradient).parameters;
    const mixed = step(decaying(adam({ learningRate }), learningRate * 0.2, (name) => name === 'weights'));
    const whole = step(adamw({ learningRate, weightDecay: 0.2 }));
    const plain = step(adam({ learningRate }));
    const data = (tensor: Tensor | undefined) => (tensor as Tensor).data();
    expectClose(await data(mixed['weights']), await data(whole['weights']));
    expectClose(await data(mixed['biases']), await data(plain['biases']));
  });

  test('dropout keeps the mean, repeats with its stream, and is nothing without a source', async () => {
    const x = tf.ones([100, 100]);
    const source = (seed: number) => ({ rng: createRng(seed), rate: 0.3 });
    const once = await dropout(x, 'place', source(1)).data<'float32'>();
    expect([...new Set(once)].map((value) => value.toFixed(4)).sort()).toEqual(['0.0000', '1.4286']);
    expect(Math.abs(once.reduce((sum, value) => sum + value, 0) / 1e4 - 1)).toBeLessThan(0.03);
    expect(await dropout(x, 'place', source(1)).data()).toEqual(once);
    expect(await dropout(x, 'other', source(1)).data()).not.toEqual(once);
    expect(dropout(x, 'place', undefined)).toBe(x);
  });

  test('truncated normal numbers stay within two deviations and have the deviation that this leaves', async () => {
    const values = await truncatedNormal(createRng(1), [50, 400], 0.5).data<'float32'>();
    expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(1);
    const variance = values.reduce((sum, value) => sum + value * value, 0) / values.length;
    expect(Math.abs(Math.sqrt(variance) - 0.5 * 0.8796)).toBeLessThan(0.01);
  });
});

test('negatives exclude the list; the reference’s sampler lets it through with odds 1 : e', () => {
  const top = Int32Array.from(Array.from({ length: 2000 }, () => [1, 3, 5, 7]).flat());
  const outside = rankingNegatives(top, 4, 8, 'outside', createRng(1));
  expect([...new Set(outside)].sort()).toEqual([0, 2, 4, 6]);
  const leaky = rankingNegatives(top, 4, 8, 'reference', createRng(1));
  const share = leaky.filter((item) => item % 2 === 1).length / leaky.length;
  expect(Math.abs(share - 1 / (1 + Math.E))).toBeLessThan(0.02);
  expect(() => rankingNegatives(top, 4, 4, 'outside', createRng(1))).toThrow('no item is outside');
});
