import { expect, test } from 'vitest';
import { createTrial } from './trial.ts';
import { progressEvent } from '../testing/fake-runner.ts';
import type { RunEvent } from '../core/run/events.ts';
import type { ExperimentResult } from '../core/run/result.ts';

test('the second call continues the run of the first, ends it, and the next backend starts afresh', async () => {
  const steps: number[] = [];
  let ended = 0;
  const trial = createTrial(async function* (): AsyncGenerator<RunEvent, ExperimentResult> {
    try {
      yield progressEvent('stage', 1);
      for (let step = 1; ; step++) {
        steps.push(step);
        yield progressEvent('inner', step);
      }
    } finally {
      ended++;
    }
  });
  await trial();
  expect({ steps, ended }).toEqual({ steps: [1], ended: 0 });
  await trial();
  expect({ steps, ended }).toEqual({ steps: [1, 2, 3, 4], ended: 1 });
  await trial();
  expect(steps.at(-1)).toBe(1);
  await trial();
  expect(ended).toBe(2);
});
