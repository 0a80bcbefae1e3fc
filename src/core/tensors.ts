/**
 * The one door to TensorFlow.js: every other file of the core takes its ops and tensor types from here, so that the
 * gradients are registered before the first op and the library could be exchanged in one place.
 *
 * `#tfjs-gradients` is the union package in Node and the bare gradient registry in a browser bundle (package.json, `imports`).
 */
import '#tfjs-gradients';
import * as tf from '@tensorflow/tfjs-core';

export { tf };
export type {
  Scalar,
  Tensor,
  Tensor1D,
  Tensor2D,
  Tensor3D,
  TensorInfo,
  DataType,
} from '@tensorflow/tfjs-core';

/** Tensors by name: parameters of a model, gradients, optimizer slots. Keys keep their order. */
export type NamedTensors = Readonly<Record<string, import('@tensorflow/tfjs-core').Tensor>>;
