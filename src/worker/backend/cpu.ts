import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import '../../core/kernels/register-kernels.ts';
import type { OpenedBackend } from '../../core/run/environment.ts';

/** Plain JavaScript: works everywhere, slow. */
export async function openCpu(reason: string): Promise<OpenedBackend> {
  tf.enableProdMode();
  await tf.setBackend('cpu');
  return {
    name: 'cpu',
    adapter: 'JavaScript',
    threads: 1,
    reason,
    isSoftware: false,
    deviceLost: new Promise(() => undefined),
    check: () => Promise.resolve(),
    dispose: () => undefined,
  };
}
