import type { StoreApi } from 'zustand/vanilla';
import type { LabError } from '../core/errors.ts';
import type { ExperimentSpec } from '../core/run/experiment-spec.ts';
import type { ExperimentResult } from '../core/run/result.ts';
import type { Granularity, Lab, MapMethod, RunOptions, Watched } from '../lab/job.ts';
import type { InterruptedRuns } from './interrupted-run.ts';
import type { LiveRun } from './live-run.ts';

export type RunStatus = 'idle' | 'starting' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled';

export interface RunState {
  readonly status: RunStatus;
  /** The spec that runs or ran last. */
  readonly spec: ExperimentSpec | null;
  readonly live: LiveRun;
  readonly result: ExperimentResult | null;
  readonly error: LabError | null;
  /** What happened to the machine in mid-run, a sentence: device lost, worker replaced. */
  readonly incident: string | null;
  /** A run of an earlier visit that did not end. */
  readonly interrupted: ExperimentSpec | null;
  /** Starts; a run in progress is cancelled first. */
  start(spec: ExperimentSpec, options?: RunOptions): void;
  pause(): void;
  resume(): void;
  /** One step of the running or paused run. */
  step(granularity: Granularity): void;
  cancel(): void;
  /** Back to idle with nothing shown; cancels. */
  reset(): void;
  watch(views: Watched, mapMethod?: MapMethod): void;
  /** Shows a finished result (precomputed, or from a file) as if it had just run. */
  show(result: ExperimentResult): void;
  resumeInterrupted(options?: RunOptions): void;
  forgetInterrupted(): void;
}

export type RunStore = StoreApi<RunState>;

export declare function createRunStore(lab: Lab, interrupted: InterruptedRuns): RunStore;
