import '@tensorflow/tfjs-backend-cpu';
import { getThreadsCount } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import '../core/kernels/register-kernels.ts';
import { badInput, LabError } from '../core/errors.ts';
import type { BackendChoice, OpenedBackend, OpenOptions } from '../core/run/environment.ts';

/**
 * Opens what computes in Node: WebAssembly with SIMD on one thread (`auto`), or plain JavaScript.
 *
 * @throws LabError 'bad-input' for webgpu, 'backend' when the backend fails its verification
 */
export async function openBackend(
  choice: BackendChoice,
  { verify }: Pick<OpenOptions, 'verify'> = {},
): Promise<OpenedBackend> {
  if (choice === 'webgpu') {
    throw badInput(
      '--backend',
      'must be auto, wasm or cpu: Node has no WebGPU (open the page in a browser)',
      choice,
    );
  }
  tf.enableProdMode();
  const name = choice === 'auto' ? 'wasm' : choice;
  if (!(await tf.setBackend(name)))
    throw new LabError('backend', `The ${name} backend could not be started.`);
  const backend: OpenedBackend = {
    name,
    adapter: name === 'wasm' ? 'WebAssembly SIMD' : 'JavaScript',
    threads: name === 'wasm' ? Math.max(1, getThreadsCount()) : 1,
    reason: choice === 'auto' ? 'The fastest that works in Node.' : 'Chosen by you.',
    isSoftware: false,
    deviceLost: new Promise(() => undefined),
    check: () => Promise.resolve(),
    dispose: () => undefined,
  };
  const failures = (await verify?.(backend)) ?? [];
  if (failures.length > 0) {
    throw new LabError('backend', `${name} computes wrong results here: ${failures.join(' ')}`);
  }
  return backend;
}
