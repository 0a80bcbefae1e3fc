import { notFinite } from '../errors.ts';

/** The best items of a row, best first. Shorter than k when fewer items are left. */
export interface TopK {
  readonly ids: Int32Array; // [K]
  readonly scores: Float32Array; // [K]
}

/**
 * The k items of largest score, lower id first among equals, without the `excluded` ids (a user's own items). A heap of
 * size k holds the best so far, so that a row costs O(I log k) at worst and one comparison an item on most rows.
 */
export function topK(scores: Float32Array, k: number, excluded: ArrayLike<number> = []): TopK {
  const left = new Set(Array.from(excluded));
  const heap: number[] = [];
  const worse = (a: number, b: number) => {
    const difference = (scores[a] as number) - (scores[b] as number);
    return difference < 0 || (difference === 0 && a > b);
  };
  for (let item = 0; item < scores.length; item++) {
    if (!Number.isFinite(scores[item])) {
      throw notFinite(`The score of item ${item}`, 'Lower the learning rate of the model.');
    }
    if (heap.length === k && (k === 0 || !worse(heap[0] as number, item))) continue;
    if (left.has(item)) continue;
    if (heap.length < k) {
      heap.push(item);
      raise(heap, heap.length - 1, worse);
    } else {
      heap[0] = item;
      sink(heap, worse);
    }
  }
  const ids = Int32Array.from(heap.sort((a, b) => (worse(a, b) ? 1 : -1)));
  return { ids, scores: Float32Array.from(ids, (item) => scores[item] as number) };
}

type Order = (a: number, b: number) => boolean;

/** Moves the entry at a place of the heap towards its root (the worst entry) while it is worse than its parent. */
function raise(heap: number[], place: number, worse: Order): void {
  for (let at = place; at > 0;) {
    const parent = (at - 1) >> 1;
    if (!worse(heap[at] as number, heap[parent] as number)) return;
    swap(heap, at, parent);
    at = parent;
  }
}

function sink(heap: number[], worse: Order): void {
  for (let at = 0; ;) {
    let least = at;
    for (const child of [2 * at + 1, 2 * at + 2]) {
      if (child < heap.length && worse(heap[child] as number, heap[least] as number)) least = child;
    }
    if (least === at) return;
    swap(heap, at, least);
    at = least;
  }
}

function swap(heap: number[], a: number, b: number): void {
  const held = heap[a] as number;
  heap[a] = heap[b] as number;
  heap[b] = held;
}
