import type { DataType, TensorInfo } from '../tensors.ts';
import { registerArrayKernels } from './array-kernels.ts';
import { plainLoops, type SparseLoops } from './loops.ts';
import { simdLoops } from './simd-loops.ts';

/** The part of tfjs's wasm backend that is used: its heap, and the memory below it. */
interface WasmBackend {
  readonly wasm: { readonly asm?: { readonly memory?: object } };
  makeOutput(shape: number[], dtype: DataType): TensorInfo;
  typedArrayFromHeap(tensor: TensorInfo): Float32Array | Int32Array | Uint8Array;
}

/** Compiled once per backend instance. */
const loopsOf = new WeakMap<object, SparseLoops>();

registerArrayKernels('wasm', (given) => {
  const backend = given as WasmBackend;
  const loops = loopsOf.get(backend) ?? simdLoops(backend.wasm.asm?.memory) ?? plainLoops;
  loopsOf.set(backend, loops);
  return {
    loops,
    make: (shape, dtype) => backend.makeOutput(shape, dtype),
    read: (tensor) => backend.typedArrayFromHeap(tensor),
  };
});
