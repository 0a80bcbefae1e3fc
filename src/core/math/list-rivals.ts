/** How far below the last item of a list a rival may score, in standard deviations of the scores. */
export const rivalDistance = 0.3;

/**
 * How crowded the end of a list is: the number of items outside the first k whose score is at most 0.3 standard deviations (of the scores of
 * all items) below that of the k-th. Someone who knows the scores up to errors of that size cannot tell these items from the listed ones. The
 * distance is relative, so that scaling the scores or adding to them changes nothing. scores [I]; undefined when there are fewer than k.
 */
export function rivals(scores: Float32Array, k: number): number | undefined {
  if (k === 0 || scores.length < k) return undefined;
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const spread = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length);
  const sorted = Float32Array.from(scores).sort();
  const bound = (sorted[scores.length - k] as number) - rivalDistance * spread;
  return sorted.reduce((count, score) => count + Number(score >= bound), 0) - k;
}
