import { tf, type DataType, type TensorInfo } from '../tensors.ts';
import { kernelNames } from './kernel-names.ts';
import { segmentSumLoop, type SparseLoops } from './loops.ts';

/** What a kernel needs of a backend whose tensors are plain arrays. */
export interface ArrayBackend {
  /** A new tensor with room for its numbers. */
  make(shape: number[], dtype: DataType): TensorInfo;
  /** The numbers of a tensor. Read after every `make`: a heap may move when it grows. */
  read(tensor: TensorInfo): Float32Array | Int32Array | Uint8Array;
  readonly loops: SparseLoops;
}

type Inputs = Readonly<Record<string, TensorInfo>>;
type Attributes = Readonly<Record<string, unknown>>;

/** Registers the lab's kernels for such a backend; one that the library has already gives way. */
export function registerArrayKernels(
  backendName: 'cpu' | 'wasm',
  arrays: (backend: unknown) => ArrayBackend,
): void {
  const register = (
    kernelName: string,
    compute: (inputs: Inputs, attributes: Attributes, backend: ArrayBackend) => TensorInfo,
  ) => {
    if (tf.getKernel(kernelName, backendName)) tf.unregisterKernel(kernelName, backendName);
    tf.registerKernel({
      kernelName,
      backendName,
      kernelFunc: ({ inputs, attrs, backend }) =>
        compute(inputs as Inputs, (attrs ?? {}) as Attributes, arrays(backend)),
    });
  };
  register(kernelNames.sampledDenseDense, sampledDenseDense);
  register(kernelNames.sparseDense, sparseDense);
  register('UnsortedSegmentSum', segmentSum);
}

function sampledDenseDense(inputs: Inputs, _: Attributes, backend: ArrayBackend): TensorInfo {
  const { left, right, entryRow, entryColumn } = inputs as Named<
    'left' | 'right' | 'entryRow' | 'entryColumn'
  >;
  const out = backend.make([...entryRow.shape], 'float32');
  const int = (tensor: TensorInfo) => backend.read(tensor) as Int32Array;
  const float = (tensor: TensorInfo) => backend.read(tensor) as Float32Array;
  backend.loops.sampledDenseDense(
    float(out),
    float(left),
    float(right),
    int(entryRow),
    int(entryColumn),
    left.shape[1] as number,
  );
  return out;
}

function sparseDense(inputs: Inputs, _: Attributes, backend: ArrayBackend): TensorInfo {
  const { values, dense, offsets, columnOf, entryAt } = inputs as Named<
    'values' | 'dense' | 'offsets' | 'columnOf' | 'entryAt'
  >;
  const depth = dense.shape[1] as number;
  const out = backend.make([(offsets.shape[0] as number) - 1, depth], 'float32');
  const int = (tensor: TensorInfo) => backend.read(tensor) as Int32Array;
  const float = (tensor: TensorInfo) => backend.read(tensor) as Float32Array;
  backend.loops.sparseDense(
    float(out),
    float(values),
    float(dense),
    int(offsets),
    int(columnOf),
    int(entryAt),
    depth,
  );
  return out;
}

/** The gradient of gather. The wasm backend has none; the cpu backend's takes O(segments · n) and this one O(n). */
function segmentSum(inputs: Inputs, attributes: Attributes, backend: ArrayBackend): TensorInfo {
  const { x, segmentIds } = inputs as Named<'x' | 'segmentIds'>;
  const segments = attributes['numSegments'] as number;
  const out = backend.make([segments, ...x.shape.slice(segmentIds.shape.length)], x.dtype);
  segmentSumLoop(backend.read(out) as Float32Array, backend.read(x), backend.read(segmentIds), segments);
  return out;
}

type Named<N extends string> = Readonly<Record<N, TensorInfo>>;
