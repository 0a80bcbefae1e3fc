import type { RunEvent } from '../core/run/events.ts';
import type { ExperimentSpec } from '../core/run/experiment-spec.ts';
import type { ExperimentResult } from '../core/run/result.ts';

/** How many inner steps the timed part takes. */
const timedSteps = 3;

/**
 * A trial of an experiment for backend choice: the first call on a backend loads the data and takes the first inner step (which
 * compiles shaders), the second takes a few more of the same run and ends it. So the second is steps only, as they will be.
 */
export function createTrial(begin: () => AsyncGenerator<RunEvent, ExperimentResult>): () => Promise<void> {
  let run: AsyncGenerator<RunEvent, ExperimentResult> | undefined;
  return async () => {
    const isFirst = run === undefined;
    run ??= begin();
    const going = await advance(run, isFirst ? 1 : timedSteps);
    if (isFirst && going) return;
    const ended = run;
    run = undefined;
    await ended.return(undefined as never);
  };
}

/** Runs up to the given number of inner steps; false when the run ended before. */
async function advance(run: AsyncGenerator<RunEvent, ExperimentResult>, steps: number): Promise<boolean> {
  for (let taken = 0; taken < steps;) {
    const next = await run.next();
    if (next.done) return false;
    if (next.value.kind === 'progress' && next.value.progress.level === 'inner') taken++;
  }
  return true;
}

/** Which work a trial measures: the data and the algorithm, not seeds or evaluation. */
export function trialKey({ dataset, prepare, victim }: ExperimentSpec): string {
  return JSON.stringify([dataset, prepare, victim]);
}
