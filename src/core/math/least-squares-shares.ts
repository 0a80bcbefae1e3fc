import { choleskySolve } from './cholesky.ts';

/** One row of weighted regularized least squares: what is held fixed, and which of it the row is connected to. */
export interface WeightedRow {
  readonly fixed: ArrayLike<number>; // Y [n, D]
  readonly known: ArrayLike<number>; // rows of Y [k]
  readonly embeddingSize: number;
  readonly positiveWeight: number;
  readonly regularization: number;
}

/**
 * How the product of a solution with a vector v is made up. The row x = A⁻¹ Σ_k w y_k with A = YᵀY + (w - 1) Σ_k y_k y_kᵀ + λI (Hu et al.
 * 2008, Eq. 4) gives v·x = Σ_k w (A⁻¹ v)·y_k: one share for every known entry, from one system of equations in double precision. // [k]
 */
export function leastSquaresShares(row: WeightedRow, v: ArrayLike<number>): Float64Array {
  const { fixed, known, embeddingSize: depth, positiveWeight, regularization } = row;
  const a = new Float64Array(depth * depth);
  for (let at = 0; at < fixed.length; at += depth) addOuter(a, fixed, at, depth, 1);
  for (let k = 0; k < known.length; k++)
    addOuter(a, fixed, (known[k] as number) * depth, depth, positiveWeight - 1);
  for (let d = 0; d < depth; d++) a[d * depth + d] = (a[d * depth + d] as number) + regularization;
  const z = Float64Array.from(v);
  choleskySolve(a, z, depth);
  return Float64Array.from({ length: known.length }, (_, k) => {
    const base = (known[k] as number) * depth;
    let share = 0;
    for (let d = 0; d < depth; d++) share += (z[d] as number) * (fixed[base + d] as number);
    return positiveWeight * share;
  });
}

/** Lower triangle of A += factor · y yᵀ. */
function addOuter(
  a: Float64Array,
  rows: ArrayLike<number>,
  base: number,
  depth: number,
  factor: number,
): void {
  for (let i = 0; i < depth; i++) {
    const scaled = factor * (rows[base + i] as number);
    for (let j = 0; j <= i; j++)
      a[i * depth + j] = (a[i * depth + j] as number) + scaled * (rows[base + j] as number);
  }
}
