import type { TrainingData } from '../../contracts.ts';
import { selectRows } from '../../data/select-rows.ts';
import { passingPattern, type SparsePattern } from '../../kernels/sparse-matrix.ts';
import { tf, type Tensor1D, type Tensor2D } from '../../tensors.ts';

/** Profiles of some users, ascending: rows of the data sparse, fake users given as variables dense below them. */
export interface UserRows {
  /** 0/1 rows. // [G, I] */
  readonly pattern: SparsePattern;
  readonly clicks: Tensor1D; // [G]
  /** Row of each entry has this many clicks. // [nnz] */
  readonly entryClicks: Tensor1D;
  readonly fake?: Tensor2D; // [B - G, I]
}

/** `users` must ascend. */
export function userRows({ interactions, variables }: TrainingData, users: readonly number[]): UserRows {
  const { userCount, itemCount } = interactions;
  const known = users.filter((user) => user < userCount);
  const { offsets, items } = selectRows(interactions, known);
  const clicks = Float32Array.from(
    known,
    (_, row) => (offsets[row + 1] as number) - (offsets[row] as number),
  );
  const entryClicks = new Float32Array(items.length);
  clicks.forEach((count, row) => entryClicks.fill(count, offsets[row], offsets[row + 1]));
  const rows = {
    pattern: passingPattern(known.length, itemCount, offsets, items),
    clicks: tf.tensor1d(clicks),
    entryClicks: tf.tensor1d(entryClicks),
  };
  const { fake } = variables;
  if (!fake || known.length === users.length) return rows;
  const chosen = users.slice(known.length).map((user) => user - userCount);
  return { ...rows, fake: tf.gather(fake, tf.tensor1d(chosen, 'int32')) };
}
