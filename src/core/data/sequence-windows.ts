/**
 * The pieces of a sequence that a model of `length` places is trained on: the whole of it where it is not longer than length + step, with
 * step = length / 2 (a model reads its last `length` items), else windows of `length` that start every `step` items, counted from the end,
 * the first one where the sequence begins (Yue et al. 2021, authors' code).
 */
export function sequenceWindows(sequence: Int32Array, length: number): Int32Array[] {
  const step = Math.max(1, Math.floor(length / 2));
  if (sequence.length <= length + step) return [sequence.subarray(-length)];
  const windows: Int32Array[] = [];
  let start = sequence.length - length;
  for (; start > 0; start -= step) windows.push(sequence.subarray(start, start + length));
  windows.push(sequence.subarray(0, length));
  return windows;
}
