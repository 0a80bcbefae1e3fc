/**
 * The one door to TensorFlow.js: every other file of the core takes its ops and tensor types from here, so that the
 * gradients are registered before the first op and the library could be exchanged in one place.
 *
 * `#tfjs-gradients` is the union package in Node and the bare gradient registry in a browser bundle (package.json, `imports`).
 */
import * as tf from '@tensorflow/tfjs-core'; // first: the gradient registry reads flags that this module defines
import '#tfjs-gradients';

export { tf };
export type {
  Scalar,
  Tensor,
  Tensor1D,
  Tensor2D,
  Tensor3D,
  TensorInfo,
  NamedTensorMap,
  DataType,
} from '@tensorflow/tfjs-core';

/** Tensors by name: parameters of a model, gradients, optimizer slots. Keys keep their order. */
export type NamedTensors = Readonly<Record<string, tf.Tensor>>;

/** `tf.tidy` for any result: disposes every tensor made inside but those found in the returned value. Synchronous work only. */
export function tidy<T>(work: () => T): T {
  return tf.tidy(work as unknown as () => tf.TensorContainer) as T;
}
