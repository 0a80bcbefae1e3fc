import type { Rows } from '../../data/select-rows.ts';
import { choleskySolve } from '../../math/cholesky.ts';

/** The side that is held fixed, and who is connected to it with which weight. */
export interface AlsSide {
  readonly fixed: Float32Array; // [n, D]
  /** Each row's entries are rows of `fixed`; `values` are 1 where absent. */
  readonly rows: Rows;
  readonly embeddingSize: number;
  readonly positiveWeight: number;
  readonly regularization: number;
}

/**
 * Solves rows `from` .. `to` with the other side Y fixed (Hu et al. 2008, Eq. 4 and 5), in double precision, into `out` [rows, D]:
 * (YᵀC Y + λI) x = right-hand side, C = diag(w at the row's entries, else 1). `rightHandSide` fills b for a row; by default it is
 * YᵀC r, the sum over entries of w r Y. `gram` is YᵀY. O(D³ + entries·D²) a row.
 */
export function alsSolve(
  side: AlsSide,
  gram: Float64Array,
  from: number,
  to: number,
  out: Float32Array,
  rightHandSide: (row: number, b: Float64Array) => void = (row, b) => preference(side, row, b),
): void {
  const { fixed, rows, embeddingSize: depth, positiveWeight, regularization } = side;
  const a = new Float64Array(depth * depth);
  const b = new Float64Array(depth);
  for (let row = from; row < to; row++) {
    a.set(gram);
    for (let d = 0; d < depth; d++) a[d * depth + d] = (a[d * depth + d] as number) + regularization;
    for (let at = rows.offsets[row] as number; at < (rows.offsets[row + 1] as number); at++) {
      addOuter(a, fixed, (rows.items[at] as number) * depth, depth, positiveWeight - 1);
    }
    b.fill(0);
    rightHandSide(row, b);
    choleskySolve(a, b, depth);
    out.set(b, row * depth);
  }
}

/** YᵀY, the lower triangle. // [D, D] */
export function lowerGram(factors: Float32Array, depth: number): Float64Array {
  const gram = new Float64Array(depth * depth);
  for (let at = 0; at < factors.length; at += depth) addOuter(gram, factors, at, depth, 1);
  return gram;
}

function preference(
  { fixed, rows, embeddingSize: depth, positiveWeight }: AlsSide,
  row: number,
  b: Float64Array,
): void {
  for (let at = rows.offsets[row] as number; at < (rows.offsets[row + 1] as number); at++) {
    const pull = positiveWeight * (rows.values?.[at] ?? 1);
    const base = (rows.items[at] as number) * depth;
    for (let d = 0; d < depth; d++) b[d] = (b[d] as number) + pull * (fixed[base + d] as number);
  }
}

/** Lower triangle of A += factor · y yᵀ. */
function addOuter(a: Float64Array, rows: Float32Array, base: number, depth: number, factor: number): void {
  for (let i = 0; i < depth; i++) {
    const scaled = factor * (rows[base + i] as number);
    const row = i * depth;
    for (let j = 0; j <= i; j++) a[row + j] = (a[row + j] as number) + scaled * (rows[base + j] as number);
  }
}
