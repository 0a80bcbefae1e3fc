import { test } from 'vitest';
import { forEachBackend } from '../../testing/backends.ts';
import { expectGradient, expectSecondGradient } from '../../testing/gradient-check.ts';
import { expectClose } from '../../testing/matchers.ts';
import { tf, type Tensor1D, type Tensor2D } from '../tensors.ts';
import { rowPenalty, useCounts } from './row-penalty.ts';

forEachBackend(() => {
  test('counts the squared length of every row as often as the row is used', async () => {
    const table = tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]);
    const uses = useCounts(Int32Array.of(2, 0, 2), 3);
    expectClose(await uses.data(), [1, 0, 2]);
    expectClose(await rowPenalty(table, uses).data(), [1 * 5 + 2 * 61]);
  });

  test('has first and second derivatives in the rows and in how often they are used', async () => {
    const inputs = [tf.tensor2d([0.5, -1, 0.25, 0.75], [2, 2]), tf.tensor1d([1, 0.5])];
    const loss = (...[table, weights]: unknown[]) => rowPenalty(table as Tensor2D, weights as Tensor1D);
    await expectGradient(loss, inputs);
    await expectSecondGradient(loss, inputs);
  });
});
