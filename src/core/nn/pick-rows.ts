import { sparseDense } from '../kernels/sparse-dense.ts';
import { passingPattern, type SparsePattern } from '../kernels/sparse-matrix.ts';
import { tf, type Tensor1D, type Tensor2D } from '../tensors.ts';

/**
 * Rows of a table by index, with repeats, as a product with a 0/1 matrix: faster than a gather and its gradient on the wasm backend, and
 * differentiable any number of times. A row outside the table is an error, where a backend would read other memory. table [n, D]; [rows, D].
 */
export function pickRows(table: Tensor2D, rows: Int32Array): Tensor2D {
  const outside = rows.find((row) => row < 0 || row >= table.shape[0]);
  if (outside !== undefined) throw new RangeError(`row ${outside} of a table of ${table.shape[0]} rows`);
  const ones: Tensor1D = tf.ones([rows.length]);
  return sparseDense(ones, table, rowPattern(rows, 1, table.shape[0]));
}

/** `perRow` entries in every row, entry numbers in the order of `columns`. // [columns.length / perRow, width] */
export function rowPattern(columns: Int32Array, perRow: number, width: number): SparsePattern {
  const rows = columns.length / perRow;
  const offsets = Int32Array.from({ length: rows + 1 }, (_, row) => row * perRow);
  return passingPattern(rows, width, offsets, columns);
}
