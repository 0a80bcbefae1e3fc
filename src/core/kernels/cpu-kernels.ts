import { tf, type DataType, type TensorInfo } from '../tensors.ts';
import { registerArrayKernels } from './array-kernels.ts';
import { plainLoops } from './loops.ts';

interface CpuBackend {
  readonly data: { get(id: object): { values: Float32Array | Int32Array | Uint8Array } };
  makeTensorInfo(
    shape: number[],
    dtype: DataType,
    values: Float32Array | Int32Array | Uint8Array,
  ): TensorInfo;
}

registerArrayKernels('cpu', (given) => {
  const backend = given as CpuBackend;
  return {
    make: (shape, dtype) =>
      backend.makeTensorInfo(
        shape,
        dtype,
        tf.util.makeZerosTypedArray(tf.util.sizeFromShape(shape), dtype as 'float32'),
      ),
    loops: plainLoops,
    read: (tensor) => backend.data.get(tensor.dataId).values,
  };
});
