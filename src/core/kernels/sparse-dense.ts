import { tf, type NamedTensorMap, type Tensor, type Tensor1D, type Tensor2D } from '../tensors.ts';
import { kernelNames } from './kernel-names.ts';
import './register-kernels.ts';
import { sampledDenseDense } from './sampled-dense-dense.ts';
import { asMatrix } from './shapes.ts';
import { indicesOf, patternOf, type SparsePattern } from './sparse-matrix.ts';

/**
 * Product of a sparse matrix with a dense one: row r = sum over the entries e of row r of values[e] · dense[column of e].
 * O(nnz·D). Differentiable to any order by `values` and `dense`.
 */
export function sparseDense(values: Tensor1D, dense: Tensor2D, pattern: SparsePattern): Tensor2D {
  asMatrix('sparseDense: dense', dense, pattern.columns, dense.shape[1]); // [columns, D]
  if (values.shape.length !== 1 || values.shape[0] !== pattern.count) {
    throw new RangeError(`sparseDense: values must be [${pattern.count}], got [${values.shape.join(', ')}]`);
  }
  const { rows, count, offsets, columnOf, entryAt } = pattern;
  const product = tf.customGrad((...given) => {
    const [v, d] = given as [Tensor1D, Tensor2D];
    const save = given[2] as (tensors: Tensor[]) => void;
    save([v, d, ...indicesOf(pattern)]);
    const value: Tensor2D =
      count === 0
        ? tf.zeros([rows, d.shape[1]])
        : tf.engine().runKernel(kernelNames.sparseDense, {
            values: v,
            dense: d,
            offsets,
            columnOf,
            entryAt,
          } as unknown as NamedTensorMap);
    const gradFunc = (dy: Tensor, saved: Tensor[]) => {
      const [savedValues, savedDense, ...indices] = saved as [Tensor1D, Tensor2D, ...Tensor1D[]];
      const kept = patternOf(indices, pattern);
      return [
        sampledDenseDense(dy as Tensor2D, savedDense, kept),
        sparseDense(savedValues, dy as Tensor2D, kept.transposed),
      ];
    };
    return { value: value as Tensor, gradFunc };
  });
  return product(values, dense) as Tensor2D; // [rows, D]
}

/** The same product with the entries in row order, from index tensors alone and without derivatives. // [rows, D] */
export function sparseRowsDense(
  { values, offsets, columnOf }: SparseRows,
  dense: Tensor2D, // [columns, D]
): Tensor2D {
  const [count] = values.shape;
  if (count === 0) return tf.zeros([offsets.size - 1, dense.shape[1]]);
  const entryAt = tf.range(0, count, 1, 'int32');
  return tf.engine().runKernel(kernelNames.sparseDense, {
    values,
    dense,
    offsets,
    columnOf,
    entryAt,
  } as unknown as NamedTensorMap);
}

/** Compressed sparse rows with values, as tensors. */
export interface SparseRows {
  readonly values: Tensor1D; // [nnz]
  readonly offsets: Tensor1D; // int32 [rows + 1]
  readonly columnOf: Tensor1D; // int32 [nnz]
}
