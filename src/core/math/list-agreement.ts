/**
 * Part of the first k items of one list that are among the first k of another, in any order (Agr@k of Yue et al. 2021): overlap / k.
 * Undefined when a list is shorter than k.
 */
export function agreement(one: Int32Array, other: Int32Array, k: number): number | undefined {
  if (one.length < k || other.length < k || k === 0) return undefined;
  const first = new Set(one.subarray(0, k));
  return other.subarray(0, k).reduce((sum, item) => sum + Number(first.has(item)), 0) / k;
}

/** Part of the first k places at which two lists have the same item (EM@k). Undefined when a list is shorter than k. */
export function exactMatch(one: Int32Array, other: Int32Array, k: number): number | undefined {
  if (one.length < k || other.length < k || k === 0) return undefined;
  return one.subarray(0, k).reduce((sum, item, at) => sum + Number(item === other[at]), 0) / k;
}

/**
 * Kullback-Leibler divergence of softmax(other) from softmax(one), both over the items of `list` only: how far the second model's
 * preferences are from the first one's where the first one looks. Scores by item. // [I]
 */
export function listDivergence(list: Int32Array, one: Float32Array, other: Float32Array): number {
  const logs = (scores: Float32Array) => {
    const chosen = Array.from(list, (item) => scores[item] as number);
    const highest = Math.max(...chosen);
    const logSum = highest + Math.log(chosen.reduce((sum, score) => sum + Math.exp(score - highest), 0));
    return chosen.map((score) => score - logSum);
  };
  const [p, q] = [logs(one), logs(other)];
  return p.reduce((sum, log, at) => sum + Math.exp(log) * (log - (q[at] as number)), 0);
}
