import { expect, test } from 'vitest';
import { useBackend } from '../../testing/backends.ts';
import { tf } from '../tensors.ts';
import { sampledDenseDense } from './sampled-dense-dense.ts';
import { sparseDense } from './sparse-dense.ts';
import { sparseMatrix } from './sparse-matrix.ts';

useBackend('webgpu');

test('an output beyond 65,535 workgroups is complete', async () => {
  const rows = 70_000;
  const depth = 64; // 4.48 million numbers, 70,000 workgroups of 64
  const offsets = Int32Array.from({ length: rows + 1 }, (_, row) => row);
  const matrix = sparseMatrix(
    rows,
    10,
    offsets,
    Int32Array.from({ length: rows }, (_, row) => row % 10),
  );
  const values = tf.range(0, rows) as ReturnType<typeof tf.tensor1d>;
  const product = sparseDense(values, tf.ones([10, depth]), matrix);
  const tail = await tf.slice2d(product, [rows - 2, depth - 2], [2, 2]).data();
  expect(Array.from(tail)).toEqual([rows - 2, rows - 2, rows - 1, rows - 1]);
  const scores = await sampledDenseDense(product, tf.ones([10, depth]), matrix).data();
  expect(scores[rows - 1]).toBe((rows - 1) * depth);
  matrix.dispose();
});
