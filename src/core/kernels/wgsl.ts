/** Shader bodies. `index` is the flat place in the output, `uniforms.size` its length, `uniforms.depth` is D. */

/** One thread per entry: out[e] = left[entryRow[e]] · right[entryColumn[e]]. */
export const sampledDenseDenseWgsl = `
fn main(index : i32) {
  if (index < uniforms.size) {
    let a = entryRow[index] * uniforms.depth;
    let b = entryColumn[index] * uniforms.depth;
    var sum = 0.0;
    for (var d = 0; d < uniforms.depth; d = d + 1) {
      sum = sum + left[a + d] * right[b + d];
    }
    setOutputAtIndex(index, sum);
  }
}
`;

/** One thread per (row, d): out[r, d] = sum over the places p of row r of values[entryAt[p]] · dense[columnOf[p], d]. */
export const sparseDenseWgsl = `
fn main(index : i32) {
  if (index < uniforms.size) {
    let row = index / uniforms.depth;
    let d = index - row * uniforms.depth;
    let end = offsets[row + 1];
    var sum = 0.0;
    for (var place = offsets[row]; place < end; place = place + 1) {
      sum = sum + values[entryAt[place]] * dense[columnOf[place] * uniforms.depth + d];
    }
    setOutputAtIndex(index, sum);
  }
}
`;
