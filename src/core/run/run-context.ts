import type { CheckpointState, RunContext, View } from '../contracts.ts';
import type { Rng } from '../math/rng.ts';
import type { RunHost } from './host.ts';
import { buildModel } from './build-model.ts';

/** What a stage adds to the host to make the context that algorithms are given. */
interface ContextParts {
  readonly rng: Rng;
  readonly emit: (view: View) => void;
  readonly checkpoint: (state: CheckpointState) => Promise<void>;
  readonly restored: CheckpointState | undefined;
}

export function runContext({ rng, emit, checkpoint, restored }: ContextParts, host: RunHost): RunContext {
  let peakBytes = 0;
  return {
    rng,
    signal: host.signal,
    yieldNow: () => host.yieldNow(),
    now: () => host.now(),
    memory() {
      const bytes = host.tensorBytes();
      peakBytes = Math.max(peakBytes, bytes);
      return { bytes, peakBytes };
    },
    build: buildModel,
    emit,
    watches: (view) => host.watches(view),
    checkpoint,
    restored,
  };
}
