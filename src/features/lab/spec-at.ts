import { setPath } from '../../core/params/set-path.ts';
import type { ExperimentSpec } from '../../core/run/experiment-spec.ts';

/** The experiment of one cell: what its point of every axis sets, in axis order. */
export function specAt(spec: ExperimentSpec, at: Readonly<Record<string, string>>): ExperimentSpec {
  const chosen = spec.axes.flatMap(({ name, points }) => points.filter(({ label }) => label === at[name]));
  return chosen
    .flatMap(({ set }) => Object.entries(set))
    .reduce((changed, [path, value]) => setPath(changed, path, value), spec);
}
