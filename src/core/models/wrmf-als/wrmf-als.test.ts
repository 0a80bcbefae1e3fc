import { expect, test } from 'vitest';
import { forEachBackend } from '../../../testing/backends.ts';
import { checkerboard, withNewUsers } from '../../../testing/conformance/planted-data.ts';
import { steady, train as trained } from '../../../testing/conformance/trained.ts';
import { expectClose } from '../../../testing/matchers.ts';
import type { Direct } from '../../contracts.ts';
import { denseRows } from '../../data/interactions.ts';
import { trainingData } from '../../data/training-data.ts';
import { createRng } from '../../math/rng.ts';
import { tf, type NamedTensors } from '../../tensors.ts';
import { wrmfAls } from './wrmf-als.ts';

const parameters = {
  embeddingSize: 3,
  epochs: 2,
  positiveWeight: 20,
  regularization: 0.1,
  initialDeviation: 0.1,
};
const { train } = checkerboard(8, 6);
const { stacked, added } = withNewUsers(train);

/** Sum over all cells of w (x - s)², plus λ times the squared size of the factors. */
async function loss({ users, items }: NamedTensors): Promise<number> {
  const [p, q] = [(await users?.array()) as number[][], (await items?.array()) as number[][]];
  const dot = (a: number[], b: number[]) => a.reduce((sum, value, d) => sum + value * (b[d] as number), 0);
  const data = denseRows(stacked).reduce((sum, x, at) => {
    const score = dot(p[Math.floor(at / 6)] as number[], q[at % 6] as number[]);
    return sum + (x > 0 ? 20 : 1) * (x - score) ** 2;
  }, 0);
  return data + 0.1 * [...p, ...q].flat().reduce((sum, value) => sum + value * value, 0);
}

forEachBackend(() => {
  test('every sweep lowers the weighted square loss', async () => {
    const losses: number[] = [];
    for (const epochs of [1, 2, 4, 8]) {
      const model = wrmfAls.create({ ...parameters, epochs });
      losses.push(await loss(await trained(model, trainingData(stacked))));
    }
    losses.slice(1).forEach((value, at) => expect(value).toBeLessThan((losses[at] as number) + 1e-4));
    expect(losses[3]).toBeLessThan(0.9 * (losses[0] as number));
  });

  test('fake users count the same as rows of the data and as variables', async () => {
    const fake = tf.tensor2d(denseRows(added), [added.userCount, added.itemCount]);
    const model = wrmfAls.create(parameters);
    const known = await trained(model, trainingData(stacked));
    const variable = await trained(model, trainingData(train, { fake }));
    expectClose(await variable.users?.array(), await known.users?.array());
  });

  test('work that is cancelled stops between two groups of rows', async () => {
    const model = wrmfAls.create(parameters) as Direct;
    const stop = new Error('stop');
    const pacing = { ...steady, yieldNow: async () => Promise.reject(stop) };
    await expect(model.fit(trainingData(train), createRng(1), pacing).next()).rejects.toBe(stop);
  });
});
