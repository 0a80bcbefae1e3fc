import { badInput } from '../errors.ts';

/** Eigenpairs by descending eigenvalue; vector j is `vectors.subarray(j * n, (j + 1) * n)`, of length 1. */
export interface Eigenpairs {
  readonly values: Float64Array; // [K]
  readonly vectors: Float64Array; // [K, n]
}

/**
 * All eigenpairs of a symmetric matrix by cyclic Jacobi rotations in double precision (Golub and Van Loan, Matrix
 * Computations, section 8.5). Each rotation zeroes one pair of off-diagonal entries; sweeps go on until what is left off the
 * diagonal is below 1e-15 of the matrix norm. Costs O(n^3) a sweep and about 8 sweeps: for n up to some hundred.
 */
export function symmetricEigen(matrix: ArrayLike<number>, n: number): Eigenpairs {
  if (matrix.length !== n * n) throw badInput('matrix', `must be ${n} x ${n}`, matrix.length);
  const a = Float64Array.from(matrix);
  const v = new Float64Array(n * n);
  for (let i = 0; i < n; i++) v[i * n + i] = 1;
  const norm = Math.hypot(...rowNorms(a, n));
  if (!Number.isFinite(norm)) throw badInput('matrix', 'must hold finite numbers');
  for (let sweep = 0; sweep < 60 && offDiagonal(a, n) > 1e-15 * norm; sweep++) {
    for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) rotate(a, v, n, p, q);
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => at(a, j * n + j) - at(a, i * n + i));
  const vectors = new Float64Array(n * n);
  order.forEach((from, to) => vectors.set(v.subarray(from * n, (from + 1) * n), to * n));
  return { values: Float64Array.from(order, (i) => at(a, i * n + i)), vectors };
}

/** A <- JᵀAJ for the rotation J of the plane (p, q) that makes A[p, q] zero; rows of V turn along. */
function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const apq = at(a, p * n + q);
  if (apq === 0) return;
  const theta = (at(a, q * n + q) - at(a, p * n + p)) / (2 * apq);
  const tangent = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (let k = 0; k < n; k++) {
    const kp = at(a, k * n + p);
    const kq = at(a, k * n + q);
    a[k * n + p] = cosine * kp - sine * kq;
    a[k * n + q] = sine * kp + cosine * kq;
  }
  for (const rows of [a, v]) {
    for (let k = 0; k < n; k++) {
      const pk = at(rows, p * n + k);
      const qk = at(rows, q * n + k);
      rows[p * n + k] = cosine * pk - sine * qk;
      rows[q * n + k] = sine * pk + cosine * qk;
    }
  }
}

function offDiagonal(a: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) if (i !== j) sum += at(a, i * n + j) ** 2;
  return Math.sqrt(sum);
}

function rowNorms(a: Float64Array, n: number): number[] {
  return Array.from({ length: n }, (_, i) => Math.hypot(...a.subarray(i * n, (i + 1) * n)));
}

function at(values: Float64Array, place: number): number {
  return values[place] as number;
}
