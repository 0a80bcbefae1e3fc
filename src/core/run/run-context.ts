import type { CheckpointState, FollowedHistory, RunContext, View } from '../contracts.ts';
import type { Rng } from '../math/rng.ts';
import type { RunHost } from './host.ts';
import { buildModel } from './build-model.ts';

/** What a stage adds to the host to make the context that algorithms are given. */
interface ContextParts {
  readonly rng: Rng;
  readonly emit: (view: View) => void;
  readonly checkpoint: (state: CheckpointState) => Promise<void>;
  readonly restored: CheckpointState | undefined;
  /** What is looked at while a defense trains. */
  readonly followed?: (() => FollowedHistory | undefined) | undefined;
}

export function runContext(parts: ContextParts, host: RunHost): RunContext {
  const { rng, emit, checkpoint, restored, followed } = parts;
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
    ...(followed && { followed }),
    checkpoint,
    restored,
  };
}
