import { tf } from '../../core/tensors.ts';

export interface Measurement {
  /** Median over the runs, the first one (which compiles and fills caches) left out. */
  readonly medianSeconds: number;
  /** The same in seconds of the processor, which other programs disturb less. */
  readonly medianCpuSeconds: number;
  readonly runs: number;
  /** The most bytes of tensors that were alive at once, beyond those before. */
  readonly peakTensorBytes: number;
}

/** Runs `work` once to warm up and `runs` times for the clock. `work` disposes what it makes. */
export async function measured(runs: number, work: () => unknown): Promise<Measurement> {
  const watch = watchTensors();
  const seconds: number[] = [];
  const processor: number[] = [];
  try {
    for (let run = 0; run <= runs; run++) {
      const began = performance.now();
      const usage = process.cpuUsage();
      await work();
      if (run === 0) continue;
      seconds.push((performance.now() - began) / 1000);
      const { user, system } = process.cpuUsage(usage);
      processor.push((user + system) / 1e6);
    }
  } finally {
    watch.stop();
  }
  return {
    medianSeconds: median(seconds),
    medianCpuSeconds: median(processor),
    runs,
    peakTensorBytes: watch.peak(),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Follows the bytes of tensors at every kernel that runs. */
function watchTensors() {
  const engine = tf.engine() as unknown as { runKernel: (...given: unknown[]) => unknown };
  const before = tf.memory().numBytes;
  const own = Object.hasOwn(engine, 'runKernel');
  const { runKernel } = engine;
  let peak = before;
  engine.runKernel = (...given) => {
    const result = runKernel.apply(engine, given);
    peak = Math.max(peak, tf.memory().numBytes);
    return result;
  };
  return {
    peak: () => peak - before,
    stop: () => {
      if (own) engine.runKernel = runKernel;
      else delete (engine as { runKernel?: unknown }).runKernel;
    },
  };
}

/** Reads a tensor, so that all that it depends on has been computed, and disposes it. */
export async function read(tensor: { data(): Promise<unknown>; dispose(): void }): Promise<void> {
  await tensor.data();
  tensor.dispose();
}
