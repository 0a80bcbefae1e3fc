import type { ShownRun } from './shown-run.ts';

/** Seconds that an answer may take when nobody said how much of it is wanted. */
const patience = 15;
const most = 12;
const unknown = 4;

/** How many fake users to leave out at first: as many victims as can be trained while a reader waits, judged by the run that is shown. */
export function cheapLeaveOuts({ cells, spec }: Pick<ShownRun, 'cells' | 'spec'>): number {
  const seconds = cells[0]?.finished?.timing['attacked victim'];
  if (seconds === undefined) return unknown;
  const each = Math.max(0.05, seconds) * Math.max(1, spec.repeats);
  return Math.max(1, Math.min(most, Math.floor(patience / each)));
}
