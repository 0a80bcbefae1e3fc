import { badInput } from '../errors.ts';

export interface Clusters {
  readonly centres: number[][]; // [k, d]
  readonly assignments: Int32Array; // [n]
  /** Sum of squared distances to the assigned centres. */
  readonly inertia: number;
}

/**
 * Lloyd's algorithm from given centres: `iterations` times assign every point to its nearest centre (squared Euclid, lower index
 * on ties) and move each centre to the mean of its points; an empty cluster keeps its centre. Assignments and inertia are
 * those of the final centres. Costs O(n k d) an iteration.
 */
export function kmeans(
  points: readonly ArrayLike<number>[], // [n, d]
  start: readonly ArrayLike<number>[], // [k, d]
  iterations: number,
): Clusters {
  if (start.length === 0) throw badInput('centres', 'must hold at least one centre');
  let centres = start.map((centre) => Array.from(centre));
  for (let iteration = 0; iteration < iterations; iteration++) {
    const { assignments } = assign(points, centres);
    centres = centres.map((centre, k) => meanOf(points, assignments, k) ?? centre);
  }
  return { centres, ...assign(points, centres) };
}

function assign(points: readonly ArrayLike<number>[], centres: readonly number[][]) {
  const assignments = new Int32Array(points.length);
  let inertia = 0;
  points.forEach((point, n) => {
    let nearest = Number.POSITIVE_INFINITY;
    centres.forEach((centre, k) => {
      const distance = centre.reduce((sum, value, axis) => sum + ((point[axis] as number) - value) ** 2, 0);
      if (distance >= nearest) return;
      nearest = distance;
      assignments[n] = k;
    });
    inertia += nearest;
  });
  return { assignments, inertia };
}

function meanOf(
  points: readonly ArrayLike<number>[],
  assignments: Int32Array,
  cluster: number,
): number[] | undefined {
  const members = points.filter((_, n) => assignments[n] === cluster);
  const first = members[0];
  if (first === undefined) return undefined;
  return Array.from(first, (_, axis) =>
    members.reduce((sum, point) => sum + (point[axis] as number) / members.length, 0),
  );
}
