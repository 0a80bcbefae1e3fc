import { openBackend } from '../src/cli/backend.ts';
import type { View } from '../src/core/contracts.ts';
import type { RunEvent } from '../src/core/run/events.ts';
import type { ExperimentResult } from '../src/core/run/result.ts';
import { runExperiment } from '../src/core/run/run-experiment.ts';
import { createTestHost, drained } from '../src/testing/test-host.ts';

/**
 * What the engine says to a spec in this process, on the CPU backend, with views of these kinds at every step (about this user, where they
 * follow one): what the page must show.
 */
export async function engineRun(
  spec: object,
  watches: readonly View['view'][] = [],
  followedUser?: number,
): Promise<{ readonly events: readonly RunEvent[]; readonly result: ExperimentResult }> {
  const backend = await openBackend('cpu');
  try {
    const { yielded, returned } = await drained(
      runExperiment(spec, createTestHost({ watches, ...(followedUser !== undefined && { followedUser }) })),
    );
    return { events: yielded, result: returned };
  } finally {
    backend.dispose();
  }
}
