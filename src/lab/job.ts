import type { ExperimentEstimate } from '../core/run/estimate-cost.ts';
import type { RunEvent } from '../core/run/events.ts';
import type { ExperimentSpec } from '../core/run/experiment-spec.ts';
import type { ExperimentResult } from '../core/run/result.ts';
import type { BackendChoice, BackendReport } from '../protocol/backend-report.ts';
import type { GivenFiles, Granularity, MapMethod, ViewChoices, Watched } from '../protocol/messages.ts';

export type { Granularity, MapMethod, ViewChoices, Watched };

export interface RunOptions {
  /** Default: auto. */
  readonly backend?: BackendChoice;
  /** Files that the user gave, by the path that the spec names. */
  readonly files?: GivenFiles;
  /** Stop after the first step of this size. */
  readonly pauseAfter?: Granularity;
}

/**
 * One experiment in the worker. Iterating gives its events in order, once; leaving the iteration early cancels.
 * `result` rejects with a LabError (`cancelled` after a cancel).
 */
export interface Job extends AsyncIterable<RunEvent> {
  readonly id: number;
  readonly result: Promise<ExperimentResult>;
  /** The same events as they arrived: at most about 20 batches a second. */
  batches(): AsyncIterable<readonly RunEvent[]>;
  pause(): void;
  resume(): void;
  step(granularity: Granularity): void;
  cancel(): void;
}

/** What the lab tells besides events. */
export type Notice =
  | { readonly type: 'backend'; readonly job: number | null; readonly report: BackendReport }
  | { readonly type: 'paused'; readonly job: number }
  /** The GPU device was lost; `then` says how the run goes on. */
  | { readonly type: 'lost'; readonly job: number; readonly message: string; readonly then: string }
  /** The worker did not answer a cancel, or crashed, and was replaced. */
  | { readonly type: 'respawned'; readonly reason: string };

/** The main thread's door to the engine. Starting a run cancels the one before. */
export interface Lab {
  run(spec: ExperimentSpec, options?: RunOptions): Job;
  /** Opens a backend without a run and says which and why. */
  environment(choice: BackendChoice): Promise<BackendReport>;
  /** As `environment`, but `auto` measures one step of this spec on each candidate. */
  trial(spec: ExperimentSpec, choice: BackendChoice, files?: GivenFiles): Promise<BackendReport>;
  /** What a run of this spec would take on this machine, from a short trial; waits for a run in progress. */
  estimate(spec: ExperimentSpec, choice: BackendChoice, files?: GivenFiles): Promise<ExperimentEstimate>;
  /** Tells which views are on screen; the others are not computed. */
  watch(views: Watched, choices?: Partial<ViewChoices>): void;
  subscribe(listener: (notice: Notice) => void): () => void;
  dispose(): void;
}
