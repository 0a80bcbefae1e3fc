import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import * as tf from '@tensorflow/tfjs-core';
import '../../core/kernels/register-kernels.ts';
import { LabError } from '../../core/errors.ts';
import type { OpenedBackend } from '../../core/run/environment.ts';

let isPrepared = false;

/**
 * WebAssembly, with SIMD where the processor has it, on one thread. The library's threaded build (4.22) is left out: it
 * starts eight workers, but its pool has one thread whatever number is asked for, so it is never faster.
 */
export async function openWasm(reason: string): Promise<OpenedBackend> {
  tf.enableProdMode();
  if (!isPrepared) {
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    setWasmPaths({
      'tfjs-backend-wasm.wasm': plainUrl,
      'tfjs-backend-wasm-simd.wasm': simdUrl,
      'tfjs-backend-wasm-threaded-simd.wasm': simdUrl, // asked for, never loaded
    });
    isPrepared = true;
  }
  if (!(await tf.setBackend('wasm'))) {
    throw new LabError(
      'backend',
      'WebAssembly could not be started: its files did not load or memory is short.',
    );
  }
  const simd = await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT');
  return {
    name: 'wasm',
    adapter: simd ? 'WebAssembly SIMD' : 'WebAssembly',
    threads: 1,
    reason,
    isSoftware: false,
    deviceLost: new Promise(() => undefined),
    check: () => Promise.resolve(),
    dispose: () => undefined,
  };
}
