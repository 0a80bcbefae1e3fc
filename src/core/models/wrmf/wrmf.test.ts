import { describe, expect, test } from 'vitest';
import type { Trainable } from '../../contracts.ts';
import { denseRows, interactionsFromEntries } from '../../data/interactions.ts';
import { applyPoison } from '../../data/poison.ts';
import { trainingData } from '../../data/training-data.ts';
import { createRng } from '../../math/rng.ts';
import { tf, tidy, type NamedTensors } from '../../tensors.ts';
import { forEachBackend } from '../../../testing/backends.ts';
import { expectClose } from '../../../testing/matchers.ts';
import { wrmf } from './wrmf.ts';

const parameters = {
  embeddingSize: 3,
  epochs: 5,
  batchSize: 0,
  learningRate: 0.1,
  positiveWeight: 20,
  regularization: 0.3,
  initialDeviation: 0.5,
};
const model = wrmf.create(parameters) as Trainable;
/** User 1 and item 3 have nothing. */
const train = interactionsFromEntries(4, 5, [
  { user: 0, item: 0 },
  { user: 0, item: 4 },
  { user: 2, item: 1 },
  { user: 3, item: 0 },
  { user: 3, item: 2 },
]);
const fakeUsers = interactionsFromEntries(2, 5, [
  { user: 0, item: 1 },
  { user: 1, item: 0 },
  { user: 1, item: 2 },
]);

/** Eq. 5 cell by cell in double precision. */
function lossByCells(dense: ArrayLike<number>, users: number[][], items: number[][]): number {
  let sum = 0;
  users.forEach((p, u) =>
    items.forEach((q, i) => {
      const score = p.reduce((total, value, d) => total + value * (q[d] as number), 0);
      const click = dense[u * items.length + i] as number;
      sum += (click > 0 ? parameters.positiveWeight : 1) * (click - score) ** 2;
    }),
  );
  const squares = [...users, ...items].flat().reduce((total, value) => total + value * value, 0);
  return sum + parameters.regularization * squares;
}

forEachBackend(() => {
  describe('WRMF', () => {
    const stacked = applyPoison(train, { produces: 'poison', fakeUsers });
    const setUp = () => {
      const fake = tf.tensor2d(denseRows(fakeUsers), [2, 5]);
      const differentiable = trainingData(train, { fake });
      const fixed = trainingData(stacked);
      return { differentiable, fixed, initial: model.init(createRng(3), differentiable) };
    };

    test('has the loss that is the sum over all cells, with fake users as rows and as variables', async () => {
      const { differentiable, fixed, initial } = setUp();
      const { users, items } = initial as { users: never; items: never };
      const rows = (await (initial.users as NamedTensors[string]).array()) as number[][];
      const columns = (await (initial.items as NamedTensors[string]).array()) as number[][];
      const expected = lossByCells(denseRows(stacked), rows, columns);
      for (const data of [differentiable, fixed]) {
        const loss = tidy(() => model.loss({ users, items }, data));
        expectClose(await loss.data(), [expected], { absolute: 0, relative: 1e-5 });
      }
    });

    test('has the same gradient with fake users as rows and as variables', async () => {
      const { differentiable, fixed, initial } = setUp();
      const [first, second] = [differentiable, fixed].map((data) =>
        tidy(() => model.gradient?.(initial, data) as NamedTensors),
      ) as [NamedTensors, NamedTensors];
      for (const name of ['users', 'items']) {
        expectClose(await first[name]?.data(), await second[name]?.data(), { absolute: 1e-4 });
      }
    });

    test('draws the same initial factors for fake users as rows and as variables', async () => {
      const { fixed, initial } = setUp();
      const again = model.init(createRng(3), fixed);
      expect(await again.users?.data()).toEqual(await initial.users?.data());
      expect(initial.users?.shape).toEqual([6, 3]);
    });
  });
});
