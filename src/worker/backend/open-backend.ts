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
  const graphics = await attempt('WebGPU', notes, () => tried(openGraphicsByItself(options), options));
  if (graphics && !options.trial) return graphics.backend;

  const why = () => [...notes, 'The fastest that works here.'].join(' ');
  const wasm = await attempt('WebAssembly', notes, () =>
    tried(
      open('wasm', why()).then((backend) => verified(backend, options)),
      graphics ? options : {},
    ),
  );
  if (!wasm && !graphics) return verified(await open('cpu', why()), options);
  if (!graphics) return (wasm as Tried).backend;

  const isWasmFaster = wasm && wasm.milliseconds <= graphics.milliseconds;
  const comparison = wasm
    ? `The faster one: a trial step took ${shown(graphics.milliseconds)} on the graphics card and ${shown(wasm.milliseconds)} in WebAssembly.`
    : why();
  const [chosen, other] = isWasmFaster ? [wasm.backend, graphics.backend] : [graphics.backend, wasm?.backend];
  other?.dispose();
  const { setBackend } = await import('@tensorflow/tfjs-core');
  await setBackend(chosen.name);
  return { ...chosen, reason: comparison };
}

interface Tried {
  readonly backend: OpenedBackend;
  /** Of one trial step; 0 without a trial. */
  readonly milliseconds: number;
}

/** Runs the trial on a backend; one that fails is given back. */
async function tried(opening: Promise<OpenedBackend>, { trial }: OpenOptions): Promise<Tried> {
  const backend = await opening;
  try {
    const milliseconds = await timed(trial);
    await backend.check();
    return { backend, milliseconds };
  } catch (error) {
    backend.dispose();
    throw error;
  }
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
  opening: () => Promise<Tried>,
): Promise<Tried | undefined> {
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
