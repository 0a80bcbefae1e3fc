import { tf, type Tensor } from '../tensors.ts';

/** Inputs of one program: WebGPU promises eight storage buffers to a shader, and the result takes one. */
const group = 7;

/** Sum of any number of tensors of one shape. The library's `addN` binds all of them at once, which WebGPU refuses. */
export function addAll<T extends Tensor>(tensors: readonly T[]): T {
  if (tensors.length <= group) return tf.addN([...tensors]) as T;
  const sums: T[] = [];
  for (let from = 0; from < tensors.length; from += group) {
    sums.push(tf.addN(tensors.slice(from, from + group)) as T);
  }
  return addAll(sums);
}
