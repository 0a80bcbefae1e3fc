import { tf, type NamedTensorMap, type Tensor, type Tensor1D, type Tensor2D } from '../tensors.ts';
import { kernelNames } from './kernel-names.ts';
import './register-kernels.ts';
import { asMatrix } from './shapes.ts';
import { sparseDense } from './sparse-dense.ts';
import { indicesOf, patternOf, type SparsePattern } from './sparse-matrix.ts';

/**
 * Inner products at the entries of a sparse matrix: value of entry e = left[row of e] · right[column of e].
 * The [rows, columns] product is never built: O(nnz·D). Differentiable to any order by `left` and `right`: the derivatives
 * are sparse-dense products.
 */
export function sampledDenseDense(left: Tensor2D, right: Tensor2D, pattern: SparsePattern): Tensor1D {
  asMatrix('sampledDenseDense: left', left, pattern.rows, right.shape[1]); // [rows, D]
  asMatrix('sampledDenseDense: right', right, pattern.columns, left.shape[1]); // [columns, D]
  const { count, entryRow, entryColumn } = pattern;
  const product = tf.customGrad((...given) => {
    const [l, r] = given as [Tensor2D, Tensor2D];
    const save = given[2] as (tensors: Tensor[]) => void;
    save([l, r, ...indicesOf(pattern)]);
    const value: Tensor1D =
      count === 0
        ? tf.zeros([0])
        : tf.engine().runKernel(kernelNames.sampledDenseDense, {
            left: l,
            right: r,
            entryRow,
            entryColumn,
          } as unknown as NamedTensorMap);
    const gradFunc = (dy: Tensor, saved: Tensor[]) => {
      const [savedLeft, savedRight, ...indices] = saved as [Tensor2D, Tensor2D, ...Tensor1D[]];
      const kept = patternOf(indices, pattern);
      return [
        sparseDense(dy as Tensor1D, savedRight, kept),
        sparseDense(dy as Tensor1D, savedLeft, kept.transposed),
      ];
    };
    return { value: value as Tensor, gradFunc };
  });
  return product(left, right) as Tensor1D; // [nnz]
}
