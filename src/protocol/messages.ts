import type { Progress, View } from '../core/contracts.ts';
import type { ExperimentEstimate } from '../core/run/estimate-cost.ts';
import type { RunEvent } from '../core/run/events.ts';
import type { ExperimentSpec } from '../core/run/experiment-spec.ts';
import type { ExperimentResult } from '../core/run/result.ts';
import type { BackendChoice, BackendReport } from './backend-report.ts';
import type { WireError } from './wire-error.ts';

/** How far one step goes: to the next inner step, outer step or stage. */
export type Granularity = Progress['level'];

/** Views that are on screen, and the least time between two updates of each, milliseconds. */
export type Watched = Readonly<Partial<Record<View['view'], number>>>;

/** How the map of users is drawn. */
export type MapMethod = 'pca' | 'tsne';

/** What the page has chosen to see in the views on screen. */
export interface ViewChoices {
  readonly mapMethod: MapMethod;
  /** The user whose history is followed through a training; null = the first of those shown. */
  readonly followedUser: number | null;
}

/** Files that the user gave, by the path that the spec names. */
export type GivenFiles = Readonly<Record<string, Blob | Uint8Array>>;

/** Everything the engine needs to find data: the page's own address and the user's files. */
export interface Sources {
  /** Address that bundled data is relative to. */
  readonly base: string;
  readonly files: GivenFiles;
}

export interface RunMessage {
  readonly type: 'run';
  readonly job: number;
  readonly spec: ExperimentSpec;
  readonly backend: BackendChoice;
  readonly sources: Sources;
  /** Stop after the first step of this size; null = run freely. */
  readonly pauseAfter: Granularity | null;
}

/** Page to worker. Starting a job cancels the one before. */
export type ToWorker =
  | RunMessage
  | { readonly type: 'step'; readonly job: number; readonly granularity: Granularity }
  | { readonly type: 'pause' | 'resume' | 'cancel'; readonly job: number }
  | ({ readonly type: 'watch'; readonly views: Watched } & ViewChoices)
  | { readonly type: 'environment'; readonly request: number; readonly choice: BackendChoice }
  | {
      readonly type: 'trial' | 'estimate';
      readonly request: number;
      readonly choice: BackendChoice;
      readonly spec: ExperimentSpec;
      readonly sources: Sources;
    };

/** Worker to page. Of each job: any number of the others, then exactly one of done, failed, cancelled. */
export type FromWorker =
  | { readonly type: 'progress'; readonly job: number; readonly events: readonly RunEvent[] }
  | { readonly type: 'paused'; readonly job: number }
  | { readonly type: 'lost'; readonly job: number; readonly message: string; readonly then: string }
  | { readonly type: 'done'; readonly job: number; readonly result: ExperimentResult }
  | { readonly type: 'failed'; readonly job: number; readonly error: WireError }
  | { readonly type: 'cancelled'; readonly job: number }
  /** The backend of a job, or the answer to an `environment` or `trial` request. */
  | {
      readonly type: 'backend';
      readonly job: number | null;
      readonly request: number | null;
      readonly report: BackendReport;
    }
  | {
      readonly type: 'estimate';
      readonly request: number;
      readonly estimate: ExperimentEstimate;
    }
  | { readonly type: 'refused'; readonly request: number; readonly error: WireError };
