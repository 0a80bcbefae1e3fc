/** A real module worker that opens a backend, tests it and, when asked, loses its graphics device. */
import { failureSentence, selfTest } from '../core/kernels/self-test.ts';
import type { BackendChoice, OpenedBackend } from '../core/run/environment.ts';
import { tf } from '../core/tensors.ts';
import { openBackend } from '../worker/backend/open-backend.ts';

export interface ProbeAnswer {
  readonly name?: string;
  readonly adapter?: string;
  readonly threads?: number;
  readonly isSoftware?: boolean;
  readonly reason?: string;
  readonly failures?: readonly string[];
  readonly milliseconds?: number;
  /** Code and message of the error that device loss or a faulty shader caused. */
  readonly fault?: string;
  readonly refused?: string;
}
export interface ProbeQuestion {
  readonly choice: BackendChoice;
  readonly then?: 'lose-device' | 'faulty-shader';
  /** Verification that finds something wrong. */
  readonly refuse?: boolean;
}

self.onmessage = async ({ data }: MessageEvent<ProbeQuestion>) => {
  self.postMessage(await answer(data).catch((error: unknown) => ({ refused: String(error) })));
};

async function answer({ choice, then, refuse }: ProbeQuestion): Promise<ProbeAnswer> {
  const verify = async (opened: OpenedBackend) => (refuse && opened.name !== 'cpu' ? ['1 + 1 gives 3.'] : []);
  const backend = await openBackend(choice, { verify });
  const start = performance.now();
  const failures = (await selfTest()).map(failureSentence);
  const milliseconds = performance.now() - start;
  const { name, adapter, threads, isSoftware, reason } = backend;
  const found = { name, adapter, threads, isSoftware, reason, failures, milliseconds };
  if (!then) return found;

  const { device } = tf.backend() as unknown as { device: GPUDevice };
  if (then === 'lose-device') {
    device.destroy();
    const lost = await backend.deviceLost;
    return { ...found, fault: `${lost.code}: ${lost.message}` };
  }
  device.createShaderModule({ code: 'fn broken( {' });
  const fault = await backend.check().catch((error: { code?: string; message?: string }) => error);
  return { ...found, fault: `${fault?.code}: ${fault?.message}` };
}
