/** Indices of the `share` of entries with the largest scores, rounded, lower index first among equals; ascending. */
export function mostSuspicious(scores: Float32Array, share: number): Int32Array {
  return bySuspicion(scores).slice(0, suspectCount(scores.length, share)).sort();
}

/** All indices, largest score first, lower index first among equals. */
export function bySuspicion(scores: Float32Array): Int32Array {
  return Int32Array.from(scores.keys()).sort(
    (a, b) => (scores[b] as number) - (scores[a] as number) || a - b,
  );
}

/** How many users a share is: rounded, and never more than there are. */
export function suspectCount(userCount: number, share: number): number {
  return Math.min(userCount, Math.round(share * userCount));
}
