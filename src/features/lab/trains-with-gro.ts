import type { ExperimentSpec } from '../../core/run/experiment-spec.ts';
import type { ShownRun } from './shown-run.ts';

/** Whether any cell of a run trains its victim with GRO: the views of that training are drawn for no other defense. */
export function trainsWithGro(run: ShownRun | undefined): run is ShownRun {
  if (!run) return false;
  const sets = run.spec.axes.flatMap(({ points }) => points.map(({ set }) => set));
  return JSON.stringify([run.spec.defenses, sets]).includes('"gro"');
}

/** Whether GRO trains the victim of a spec without axes. */
export function groIn({ defenses }: Pick<ExperimentSpec, 'defenses'>): boolean {
  return defenses.some(({ id }) => id === 'gro');
}
