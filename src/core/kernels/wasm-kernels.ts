import type { DataType, TensorInfo } from '../tensors.ts';
import { registerArrayKernels } from './array-kernels.ts';

interface WasmBackend {
  makeOutput(shape: number[], dtype: DataType): TensorInfo;
  typedArrayFromHeap(tensor: TensorInfo): Float32Array | Int32Array | Uint8Array;
}

registerArrayKernels('wasm', (given) => {
  const backend = given as WasmBackend;
  return {
    make: (shape, dtype) => backend.makeOutput(shape, dtype),
    read: (tensor) => backend.typedArrayFromHeap(tensor),
  };
});
