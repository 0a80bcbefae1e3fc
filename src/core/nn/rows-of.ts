import { tf, type Tensor2D } from '../tensors.ts';

/** Rows by index; a leading run 0, 1, 2, ... is a slice, which is far cheaper than a gather on the wasm backend. // [B, D] */
export function rowsOf(all: Tensor2D, rows: readonly number[]): Tensor2D {
  const run = rows.every((row, at) => row === (rows[0] ?? 0) + at);
  if (run) return tf.slice(all, [rows[0] ?? 0, 0], [rows.length, all.shape[1]]);
  return tf.gather(all, tf.tensor1d([...rows], 'int32'));
}
