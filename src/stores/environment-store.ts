import type { StoreApi } from 'zustand/vanilla';
import type { LabError } from '../core/errors.ts';
import type { Lab } from '../lab/job.ts';
import type { BackendChoice, BackendReport } from '../protocol/backend-report.ts';

/** The machine: which backend computes, why, and what the browser allows. */
export interface EnvironmentState {
  readonly choice: BackendChoice;
  /** null until a backend was opened. */
  readonly report: BackendReport | null;
  readonly probing: boolean;
  readonly error: LabError | null;
  /** Shared memory is allowed, hence threads in the WASM backend. */
  readonly crossOriginIsolated: boolean;
  choose(choice: BackendChoice): void;
  /** Opens the chosen backend without a run. */
  probe(): Promise<void>;
}

export type EnvironmentStore = StoreApi<EnvironmentState>;

export declare function createEnvironmentStore(lab: Lab, isolated: boolean): EnvironmentStore;
