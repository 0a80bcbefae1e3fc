import { LabError } from '../core/errors.ts';

const outOfMemory =
  /offset is out of bounds|memory access out of bounds|allocation failed|out of memory|invalid (typed )?array (buffer )?length/i;

/** Says in the user's words what a known failure of the machine means; anything else is returned as it is. */
export function explainError(thrown: unknown): unknown {
  if (thrown instanceof LabError || !(thrown instanceof Error) || !outOfMemory.test(thrown.message)) {
    return thrown;
  }
  return new LabError(
    'out-of-memory',
    `The browser has no memory left for this experiment (${thrown.message}). Choose a smaller dataset or embedding, fewer unroll steps, or close other tabs.`,
    undefined,
    { cause: thrown },
  );
}
