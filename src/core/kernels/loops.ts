/** The inner loops of the kernels on plain arrays, for the cpu backend and the heap of the wasm backend. Sums have a fixed order. */

/** out[e] = left[entryRow[e]] · right[entryColumn[e]]. */
export function sampledDenseDenseLoop(
  out: Float32Array, // [nnz]
  left: Float32Array, // [rows, D]
  right: Float32Array, // [columns, D]
  entryRow: Int32Array, // [nnz]
  entryColumn: Int32Array, // [nnz]
  depth: number,
): void {
  const whole = depth & ~3;
  for (let entry = 0; entry < out.length; entry++) {
    let a = (entryRow[entry] as number) * depth;
    let b = (entryColumn[entry] as number) * depth;
    const stop = a + whole;
    const end = a + depth;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (; a < stop; a += 4, b += 4) {
      s0 += (left[a] as number) * (right[b] as number);
      s1 += (left[a + 1] as number) * (right[b + 1] as number);
      s2 += (left[a + 2] as number) * (right[b + 2] as number);
      s3 += (left[a + 3] as number) * (right[b + 3] as number);
    }
    for (; a < end; a++, b++) s0 += (left[a] as number) * (right[b] as number);
    out[entry] = s0 + s1 + (s2 + s3);
  }
}

/** out[r] = sum over the places p of row r of values[entryAt[p]] · dense[columnOf[p]]. Four columns at a time stay in registers. */
export function sparseDenseLoop(
  out: Float32Array, // [rows, D]
  values: Float32Array, // [nnz]
  dense: Float32Array, // [columns, D]
  offsets: Int32Array, // [rows + 1]
  columnOf: Int32Array, // [nnz]
  entryAt: Int32Array, // [nnz]
  depth: number,
): void {
  const rows = offsets.length - 1;
  const whole = depth & ~3;
  for (let row = 0; row < rows; row++) {
    const from = offsets[row] as number;
    const to = offsets[row + 1] as number;
    const base = row * depth;
    for (let d = 0; d < whole; d += 4) {
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      for (let place = from; place < to; place++) {
        const value = values[entryAt[place] as number] as number;
        const at = (columnOf[place] as number) * depth + d;
        s0 += value * (dense[at] as number);
        s1 += value * (dense[at + 1] as number);
        s2 += value * (dense[at + 2] as number);
        s3 += value * (dense[at + 3] as number);
      }
      out[base + d] = s0;
      out[base + d + 1] = s1;
      out[base + d + 2] = s2;
      out[base + d + 3] = s3;
    }
    for (let d = whole; d < depth; d++) {
      let sum = 0;
      for (let place = from; place < to; place++) {
        sum +=
          (values[entryAt[place] as number] as number) *
          (dense[(columnOf[place] as number) * depth + d] as number);
      }
      out[base + d] = sum;
    }
  }
}

/** The loops of the sparse products, in plain JavaScript or on a heap. */
export interface SparseLoops {
  readonly sampledDenseDense: typeof sampledDenseDenseLoop;
  readonly sparseDense: typeof sparseDenseLoop;
}
export const plainLoops: SparseLoops = {
  sampledDenseDense: sampledDenseDenseLoop,
  sparseDense: sparseDenseLoop,
};

/** out[s] = sum of the rows of x whose segment is s; other segments are left out, as TensorFlow does. */
export function segmentSumLoop(
  out: Float32Array | Int32Array, // [segments, inner]
  x: ArrayLike<number>, // [n, inner]
  segmentOf: ArrayLike<number>, // [n]
  segments: number,
): void {
  const inner = segments === 0 ? 0 : out.length / segments;
  out.fill(0);
  for (let row = 0; row < segmentOf.length; row++) {
    const segment = segmentOf[row] as number;
    if (segment < 0 || segment >= segments) continue;
    const from = row * inner;
    const to = segment * inner;
    for (let at = 0; at < inner; at++) {
      out[to + at] = (out[to + at] as number) + (x[from + at] as number);
    }
  }
}
