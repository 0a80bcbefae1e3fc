import type { RunEvent } from './events.ts';
import type { ExperimentSpec } from './experiment-spec.ts';
import type { RunHost } from './host.ts';
import type { ExperimentResult } from './result.ts';

/** Signature agreed; the body follows in the next commit of this slice. */
export declare function runExperiment(
  spec: ExperimentSpec,
  host: RunHost,
): AsyncGenerator<RunEvent, ExperimentResult>;
