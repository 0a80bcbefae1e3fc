import { getThreadsCount, setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threadedUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import * as tf from '@tensorflow/tfjs-core';
import '../../core/kernels/register-kernels.ts';
import { LabError } from '../../core/errors.ts';
import type { OpenedBackend } from '../../core/run/environment.ts';

let isPrepared = false;

/** WebAssembly: SIMD where the processor has it, threads where the page is cross-origin isolated. */
export async function openWasm(reason: string): Promise<OpenedBackend> {
  tf.enableProdMode();
  if (!isPrepared) {
    setWasmPaths({
      'tfjs-backend-wasm.wasm': plainUrl,
      'tfjs-backend-wasm-simd.wasm': simdUrl,
      'tfjs-backend-wasm-threaded-simd.wasm': threadedUrl,
    });
    setThreadsCount(wantedThreads(navigator.hardwareConcurrency));
    isPrepared = true;
  }
  if (!(await tf.setBackend('wasm'))) {
    throw new LabError(
      'backend',
      'WebAssembly could not be started: its files did not load or memory is short.',
    );
  }
  const simd = await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT');
  const threads = (await tf.env().getAsync('WASM_HAS_MULTITHREAD_SUPPORT')) ? getThreadsCount() : 1;
  const limit = globalThis.crossOriginIsolated
    ? ''
    : ' One thread only: the page is not cross-origin isolated.';
  return {
    name: 'wasm',
    adapter: simd ? 'WebAssembly SIMD' : 'WebAssembly',
    threads,
    reason: `${reason}${limit}`,
    isSoftware: false,
    deviceLost: new Promise(() => undefined),
    check: () => Promise.resolve(),
    dispose: () => undefined,
  };
}

/** Half of the logical processors (the physical ones, mostly), at least two where there are two, at most eight. */
export function wantedThreads(processors: number): number {
  return Math.max(Math.min(2, processors), Math.min(8, Math.floor(processors / 2)));
}
