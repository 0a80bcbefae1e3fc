import { expect, test } from 'vitest';
import { forEachBackend } from '../../testing/backends.ts';
import { expectGradient, expectSecondGradient } from '../../testing/gradient-check.ts';
import { expectClose } from '../../testing/matchers.ts';
import { tf, type Scalar, type Tensor, type Tensor2D } from '../tensors.ts';
import { pickRows } from './pick-rows.ts';

forEachBackend(() => {
  test('rows come in the order asked for, with repeats, and can be differentiated twice', async () => {
    const table = tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]);
    const rows = Int32Array.of(2, 0, 2);
    expectClose(await pickRows(table, rows).data(), [5, 6, 1, 2, 5, 6]);
    const cubes = (t: Tensor) => {
      const picked = pickRows(t as Tensor2D, rows);
      return tf.sum(tf.mul(picked, tf.square(picked))) as Scalar;
    };
    const small = tf.div(table, 6);
    await expectGradient(cubes, [small]);
    await expectSecondGradient(cubes, [small]);
  });

  test('refuses rows that the table has not', () => {
    const table = tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]);
    expect(() => pickRows(table, Int32Array.of(0, 3))).toThrow('row 3 of a table of 3 rows');
    expect(() => pickRows(table, Int32Array.of(-1))).toThrow('row -1 of a table of 3 rows');
  });
});
