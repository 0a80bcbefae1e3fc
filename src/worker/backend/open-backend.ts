import { LabError } from '../../core/errors.ts';
import type { BackendChoice, OpenedBackend, OpenOptions } from '../../core/run/environment.ts';
import { graphicsAdapter } from './graphics-adapter.ts';

/**
 * Opens what computes in a browser. A named choice is opened or refused; `auto` takes the fastest of the graphics card and
 * WebAssembly in a short trial (without a trial: the graphics card), plain JavaScript if neither works, and never a
 * software graphics adapter by itself. Backends load only when they are tried.
 *
 * @throws LabError 'backend' when the named backend, or with `auto` every backend, cannot be used
 */
export async function openBackend(choice: BackendChoice, options: OpenOptions = {}): Promise<OpenedBackend> {
  if (choice !== 'auto') return verified(await open(choice, 'Chosen by you.'), options);

  const notes: string[] = [];
  const graphics = await attempt('WebGPU', notes, () => openGraphicsByItself(options));
  if (graphics && !options.trial) return graphics;

  const graphicsTime = graphics ? await timed(options.trial) : Number.POSITIVE_INFINITY;
  const why = `${notes.join(' ')} ${graphics ? 'Faster than the graphics card in a trial.' : 'The fastest that works here.'}`;
  const wasm = await attempt('WebAssembly', notes, async () =>
    verified(await open('wasm', why.trim()), options),
  );
  if (!wasm) return graphics ?? verified(await open('cpu', notes.join(' ')), options);
  if (!graphics) return wasm;

  const wasmTime = await timed(options.trial);
  const comparison = `a trial step took ${shown(graphicsTime)} on the graphics card and ${shown(wasmTime)} in WebAssembly.`;
  if (wasmTime <= graphicsTime) {
    graphics.dispose();
    return { ...wasm, reason: `The faster one: ${comparison}` };
  }
  const { setBackend } = await import('@tensorflow/tfjs-core');
  await setBackend('webgpu');
  return { ...graphics, reason: `The faster one: ${comparison}` };
}

async function open(name: 'webgpu' | 'wasm' | 'cpu', reason: string): Promise<OpenedBackend> {
  if (name === 'cpu') return (await import('./cpu.ts')).openCpu(reason);
  if (name === 'wasm') return (await import('./wasm.ts')).openWasm(reason);
  const answer = await graphicsAdapter();
  if (!answer.adapter) throw new LabError('backend', `WebGPU cannot be used: ${answer.reason}.`);
  const warning = answer.isSoftware
    ? ' It is emulated in software: expect it to be slower than WebAssembly.'
    : '';
  return (await import('./webgpu.ts')).openWebgpu(answer.adapter, answer.isSoftware, `${reason}${warning}`);
}

async function openGraphicsByItself(options: OpenOptions): Promise<OpenedBackend> {
  const answer = await graphicsAdapter();
  if (!answer.adapter) throw new LabError('backend', `WebGPU is not used: ${answer.reason}.`);
  if (answer.isSoftware) {
    throw new LabError(
      'backend',
      'WebGPU is not used: its adapter is emulated in software, which is slower.',
    );
  }
  const { openWebgpu } = await import('./webgpu.ts');
  return verified(await openWebgpu(answer.adapter, false, 'A graphics card with WebGPU.'), options);
}

async function verified(backend: OpenedBackend, { verify }: OpenOptions): Promise<OpenedBackend> {
  const failures = verify ? await verify(backend) : [];
  if (failures.length === 0) return backend;
  backend.dispose();
  const more = failures.length > 1 ? ` (and ${failures.length - 1} more)` : '';
  throw new LabError('backend', `${backend.name} computes wrong results here: ${failures[0]}${more}`);
}

/** The backend, or undefined with the reason noted. */
async function attempt(
  name: string,
  notes: string[],
  opening: () => Promise<OpenedBackend>,
): Promise<OpenedBackend | undefined> {
  try {
    return await opening();
  } catch (error) {
    notes.push(error instanceof LabError ? error.message : `${name} could not be started: ${String(error)}`);
    return undefined;
  }
}

/** Milliseconds of the second run: the first one compiles. */
async function timed(trial: OpenOptions['trial']): Promise<number> {
  if (!trial) return 0;
  await trial();
  const start = performance.now();
  await trial();
  return performance.now() - start;
}

function shown(milliseconds: number): string {
  return milliseconds < 10 ? `${milliseconds.toFixed(1)} ms` : `${milliseconds.toFixed(0)} ms`;
}
