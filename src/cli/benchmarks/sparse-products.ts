import { sampledDenseDense } from '../../core/kernels/sampled-dense-dense.ts';
import { sparseDense } from '../../core/kernels/sparse-dense.ts';
import { sparseMatrix } from '../../core/kernels/sparse-matrix.ts';
import { createRng } from '../../core/math/rng.ts';
import { tf, type Tensor1D, type Tensor2D } from '../../core/tensors.ts';
import { measured, read } from './measure.ts';

/** Both sparse products against gathers of whole rows and a segment sum, at the toy's size and at that of a real dataset. */
export async function sparseProducts() {
  return {
    '36k x 16': await at(900, 300, 40, 16),
    '500k x 128': await at(13_000, 14_000, 38, 128),
  };
}

async function at(rows: number, columns: number, perRow: number, depth: number) {
  const rng = createRng(1);
  const count = rows * perRow;
  const columnOf = Int32Array.from({ length: count }, () => rng.integer(columns));
  const offsets = Int32Array.from({ length: rows + 1 }, (_, row) => row * perRow);
  const pattern = sparseMatrix(rows, columns, offsets, columnOf);
  const left = tf.tensor2d(rng.normals(rows * depth), [rows, depth]);
  const right = tf.tensor2d(rng.normals(columns * depth), [columns, depth]);
  const values = tf.tensor1d(rng.normals(count));
  const { entryRow, entryColumn } = pattern;
  const isLarge = count > 100_000;
  const runs = isLarge ? 3 : 15;
  const naiveRuns = isLarge ? 1 : 5; // gathers take 23 ns a number on wasm
  const results = {
    count,
    sampledDenseDense: await measured(runs, () => read(sampledDenseDense(left, right, pattern))),
    sparseDense: await measured(runs, () => read(sparseDense(values, right, pattern))),
    naiveSampled: await measured(naiveRuns, () =>
      read(tf.tidy(() => naiveSampled(left, right, entryRow, entryColumn))),
    ),
    naiveSparse: await measured(naiveRuns, () =>
      read(tf.tidy(() => naiveSparse(values, right, entryRow, entryColumn, rows))),
    ),
  };
  pattern.dispose();
  tf.dispose([left, right, values]);
  return results;
}

function naiveSampled(left: Tensor2D, right: Tensor2D, rowOf: Tensor1D, columnOf: Tensor1D): Tensor1D {
  return tf.sum(tf.mul(tf.gather(left, rowOf), tf.gather(right, columnOf)), 1);
}

function naiveSparse(
  values: Tensor1D,
  dense: Tensor2D,
  rowOf: Tensor1D,
  columnOf: Tensor1D,
  rows: number,
): Tensor2D {
  const scaled = tf.mul(tf.gather(dense, columnOf), tf.expandDims(values, 1));
  return tf.unsortedSegmentSum(scaled, rowOf, rows) as Tensor2D;
}
