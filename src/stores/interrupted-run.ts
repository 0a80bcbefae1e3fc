import type { ExperimentSpec } from '../core/run/experiment-spec.ts';

/** Remembers the running spec over a reload. */
export interface InterruptedRuns {
  remember(spec: ExperimentSpec): Promise<void>;
  forget(): Promise<void>;
  recall(): Promise<ExperimentSpec | null>;
}
