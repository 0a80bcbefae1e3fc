import type { Axis, ExperimentSpec } from '../../core/run/experiment-spec.ts';

/** Points of every axis for the cell with this number: the first axis changes slowest, as the runner multiplies them out. */
export function placeOfCell(
  axes: readonly Pick<Axis, 'name' | 'points'>[],
  index: number,
): Readonly<Record<string, string>> {
  const place: [string, string][] = [];
  let left = index;
  for (const { name, points } of axes.toReversed()) {
    place.unshift([name, points[left % points.length]?.label ?? '']);
    left = Math.floor(left / points.length);
  }
  return Object.fromEntries(place);
}

/** True when a point of the axis sets something at or below this path; another point may leave it as it is. */
export function sets({ points }: Axis, wanted: string): boolean {
  return points.some(({ set }) =>
    Object.keys(set).some(
      (path) => path === wanted || path.startsWith(`${wanted}.`) || path.startsWith(`${wanted}[`),
    ),
  );
}

/** The axis that varies the popularity stratum of the targets. */
export function strataAxis({ axes }: ExperimentSpec): Axis | undefined {
  return axes.find((axis) =>
    axis.points.every(({ set }) => {
      const targets = set['attack.params.targetItems'] as { stratum?: unknown } | undefined;
      return 'attack.params.targetItems.stratum' in set || targets?.stratum !== undefined;
    }),
  );
}

/** The axis that varies how many training steps the gradient goes back through. */
export function depthAxis({ axes }: ExperimentSpec): Axis | undefined {
  return axes.find((axis) => sets(axis, 'attack.params.unrollSteps'));
}

export function labelsOf({ points }: Axis): readonly string[] {
  return points.map(({ label }) => label);
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
