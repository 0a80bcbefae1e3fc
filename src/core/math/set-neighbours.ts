/** Sets as compressed sparse rows: row r has the members `items[offsets[r] .. offsets[r + 1])`, each once. */
interface Sets {
  readonly offsets: Int32Array; // [rows + 1]
  readonly items: Int32Array; // [nnz]
}

/** How alike two sets are, from the number of members they share and their sizes; shared is at least 1. */
export type SetSimilarity = (shared: number, first: number, second: number) => number;

/** Members of both over members of either. */
export const jaccard: SetSimilarity = (shared, first, second) => shared / (first + second - shared);
/** Cosine of the 0/1 rows. */
export const setCosine: SetSimilarity = (shared, first, second) => shared / Math.sqrt(first * second);

/** The nearest other sets of one set, nearest first, lower id first among equals. Sets without a shared member are never among them. */
export interface SetNeighbours {
  readonly ids: Int32Array;
  readonly similarities: Float32Array;
}

/**
 * Finds the `count` sets most alike to a given one. `owners` are the same pairs turned around: the sets of every member. A set costs
 * the sum over its members of how many sets hold them.
 */
export function setNeighbours(
  sets: Sets,
  owners: Sets,
  count: number,
  similarity: SetSimilarity,
): (row: number) => SetNeighbours {
  const shared = new Int32Array(sets.offsets.length - 1);
  const size = (row: number) => (sets.offsets[row + 1] as number) - (sets.offsets[row] as number);
  return (row) => {
    const met: number[] = [];
    for (let at = sets.offsets[row] as number; at < (sets.offsets[row + 1] as number); at++) {
      const member = sets.items[at] as number;
      for (let to = owners.offsets[member] as number; to < (owners.offsets[member + 1] as number); to++) {
        const other = owners.items[to] as number;
        if (other === row) continue;
        if (shared[other] === 0) met.push(other);
        shared[other] = (shared[other] as number) + 1;
      }
    }
    const found = met.map((id) => ({ id, value: similarity(shared[id] as number, size(row), size(id)) }));
    for (const other of met) shared[other] = 0;
    const kept = found.sort((a, b) => b.value - a.value || a.id - b.id).slice(0, count);
    return {
      ids: Int32Array.from(kept, ({ id }) => id),
      similarities: Float32Array.from(kept, ({ value }) => value),
    };
  };
}
