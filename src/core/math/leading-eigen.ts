import { badInput } from '../errors.ts';
import { createRng } from './rng.ts';
import { symmetricEigen, type Eigenpairs } from './symmetric-eigen.ts';

/** Up to this size all eigenpairs are found; above it only the leading ones, by iteration. */
const SMALL = 96;
/** Vectors iterated beside the ones asked for: they make the convergence depend on a gap further down the spectrum. */
const GUARD = 8;
const MAX_ROUNDS = 500;

/**
 * The `count` eigenpairs of largest eigenvalue of a symmetric positive semidefinite matrix. Small matrices go to Jacobi
 * rotations; larger ones to subspace iteration with a Rayleigh-Ritz step in each round (Golub and Van Loan, section 8.2), from a
 * fixed start, until the eigenvalues asked for move by less than 1e-13 of the largest. Costs O(n² count) a round.
 */
export function leadingEigen(matrix: ArrayLike<number>, n: number, count: number): Eigenpairs {
  if (!(count >= 0 && count <= n)) throw badInput('count', `must lie in 0..${n}`, count);
  const size = Math.min(n, count + GUARD);
  if (n <= SMALL || 3 * size >= n) {
    const all = symmetricEigen(matrix, n);
    return { values: all.values.slice(0, count), vectors: all.vectors.slice(0, count * n) };
  }
  const a = Float64Array.from(matrix);
  const rounds = eigenRounds((basis, size) => product(a, basis, size, n), n, count);
  let next = rounds.next();
  while (!next.done) next = rounds.next();
  return next.value;
}

/** When subspace iteration ends: values that move by less than `tolerance` of the largest, or this many rounds. */
export interface EigenPrecision {
  readonly tolerance: number;
  readonly maxRounds: number;
}

/**
 * The same iteration for a matrix that is only known by its products: `multiply` takes `size` rows [size, n] to their images. One round a
 * step, so that long work can breathe. `n` must be at least `count`.
 */
export function* eigenRounds(
  multiply: (basis: Float64Array, size: number) => Float64Array,
  n: number,
  count: number,
  { tolerance, maxRounds }: EigenPrecision = { tolerance: 1e-13, maxRounds: MAX_ROUNDS },
): Generator<number, Eigenpairs> {
  const size = Math.min(n, count + GUARD);
  let basis = Float64Array.from(createRng('leading-eigen').normals(size * n));
  let values = new Float64Array(size);
  for (let round = 0; round < maxRounds; round++) {
    yield round;
    orthonormalise(basis, size, n);
    const image = multiply(basis, size);
    const small = new Float64Array(size * size);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j <= i; j++) {
        small[i * size + j] = small[j * size + i] = dot(basis, i * n, image, j * n, n);
      }
    }
    const ritz = symmetricEigen(small, size);
    // The image turned onto the Ritz vectors is the next basis; its rows need only be made orthonormal again.
    basis = turned(ritz.vectors, image, size, n);
    const largest = Math.abs(ritz.values[0] ?? 0);
    const moved = ritz.values
      .subarray(0, count)
      .some((value, i) => Math.abs(value - (values[i] ?? 0)) > tolerance * largest);
    values = Float64Array.from(ritz.values);
    if (!moved && round > 0) break;
  }
  orthonormalise(basis, size, n);
  return { values: values.slice(0, count), vectors: basis.slice(0, count * n) };
}

/** Rows of `basis` times a symmetric matrix. // [size, n] */
function product(a: Float64Array, basis: Float64Array, size: number, n: number): Float64Array {
  const image = new Float64Array(size * n);
  for (let i = 0; i < n; i++) {
    for (let s = 0; s < size; s++) image[s * n + i] = dot(a, i * n, basis, s * n, n);
  }
  return image;
}

/** rotation [size, size] times rows [size, n]. */
function turned(
  rotation: Float64Array,
  rows: Float64Array,
  size: number,
  n: number,
): Float64Array<ArrayBuffer> {
  const out = new Float64Array(size * n);
  for (let s = 0; s < size; s++) {
    for (let t = 0; t < size; t++) {
      const factor = rotation[s * size + t] as number;
      for (let i = 0; i < n; i++) {
        out[s * n + i] = (out[s * n + i] as number) + factor * (rows[t * n + i] as number);
      }
    }
  }
  return out;
}

/** Modified Gram-Schmidt, twice, in place. A row that vanishes (rank below `size`) stays zero. */
function orthonormalise(basis: Float64Array, size: number, n: number): void {
  for (let s = 0; s < size; s++) {
    const start = Math.sqrt(dot(basis, s * n, basis, s * n, n));
    for (let pass = 0; pass < 2; pass++) {
      for (let t = 0; t < s; t++) {
        const along = dot(basis, s * n, basis, t * n, n);
        for (let i = 0; i < n; i++) {
          basis[s * n + i] = (basis[s * n + i] as number) - along * (basis[t * n + i] as number);
        }
      }
    }
    const length = Math.sqrt(dot(basis, s * n, basis, s * n, n));
    const factor = length > 1e-14 * start ? 1 / length : 0;
    for (let i = 0; i < n; i++) basis[s * n + i] = (basis[s * n + i] as number) * factor;
  }
}

function dot(a: Float64Array, aStart: number, b: Float64Array, bStart: number, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += (a[aStart + i] as number) * (b[bStart + i] as number);
  return sum;
}
