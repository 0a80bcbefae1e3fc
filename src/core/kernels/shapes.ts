import type { Tensor } from '../tensors.ts';

/** Refuses what is not a float matrix of this size: a wrong one would read beyond the end of a heap. */
export function asMatrix(name: string, tensor: Tensor, rows: number, columns: number | undefined): void {
  const [r, c] = tensor.shape;
  if (tensor.shape.length !== 2 || r !== rows || c !== columns) {
    throw new RangeError(`${name} must be [${rows}, ${columns}], got [${tensor.shape.join(', ')}]`);
  }
  if (tensor.dtype !== 'float32') throw new TypeError(`${name} must be float32, got ${tensor.dtype}`);
}
