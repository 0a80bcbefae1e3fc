/** Tokens of sequence models: 0 is padding, item i is i + 1, and I + 1 stands for MASK. */
export const padding = 0;

/**
 * The last `length` items of each list as tokens, padded on the left, row-major. `appended` (MASK) is put behind each list.
 * // [B, n]
 */
export function leftPadded(lists: readonly Int32Array[], length: number, appended?: number): Int32Array {
  const tokens = new Int32Array(lists.length * length);
  const room = appended === undefined ? length : length - 1;
  lists.forEach((list, row) => {
    const shown = list.subarray(Math.max(0, list.length - room));
    const start = row * length + room - shown.length;
    for (let at = 0; at < shown.length; at++) tokens[start + at] = (shown[at] as number) + 1;
    if (appended !== undefined) tokens[row * length + length - 1] = appended;
  });
  return tokens;
}
