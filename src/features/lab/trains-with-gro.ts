import type { ShownCell, ShownRun } from './shown-run.ts';
import { specAt } from './spec-at.ts';

/** Whether any cell of a run trains its victim with GRO: the views of that training are drawn for no other defense. */
export function trainsWithGro(run: ShownRun | undefined): run is ShownRun {
  if (!run) return false;
  const sets = run.spec.axes.flatMap(({ points }) => points.map(({ set }) => set));
  return JSON.stringify([run.spec.defenses, sets]).includes('"gro"');
}

/** Says of a cell that no training with GRO is to be seen in it, where that is so. */
export function withoutGro({ spec }: ShownRun, cell: ShownCell | undefined): string | undefined {
  if (!cell || specAt(spec, cell.at).defenses.some(({ id }) => id === 'gro')) return undefined;
  return 'The victim of this cell is trained without GRO. Choose a cell with it.';
}
