/** Indices of the `share` of entries with the largest scores, rounded, lower index first among equals; ascending. */
export function mostSuspicious(scores: Float32Array, share: number): Int32Array {
  const count = Math.min(scores.length, Math.round(share * scores.length));
  const order = Int32Array.from(scores.keys()).sort(
    (a, b) => (scores[b] as number) - (scores[a] as number) || a - b,
  );
  return order.slice(0, count).sort();
}
