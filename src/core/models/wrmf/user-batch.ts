import type { TrainingData } from '../../contracts.ts';
import { selectRows } from '../../data/select-rows.ts';
import { sparseDense } from '../../kernels/sparse-dense.ts';
import { passingPattern, type SparsePattern } from '../../kernels/sparse-matrix.ts';
import { rowPattern } from '../../nn/pick-rows.ts';
import type { Rng } from '../../math/rng.ts';
import { tf, type NamedTensors, type Tensor1D, type Tensor2D } from '../../tensors.ts';

/** Training data, all of it or some of its users: genuine rows sparse, fake rows given as variables dense below them. */
export interface UserBatch extends Pick<TrainingData, 'interactions' | 'variables'> {
  readonly matrix: SparsePattern;
  /** Which rows of the user factors belong to the batch, one entry a row; absent when all do. */
  readonly picked?: SparsePattern;
  /** All fake profiles, and which of them belong to the batch, one entry a row; absent when all do. */
  readonly fakes?: { readonly all: Tensor2D; readonly picked: SparsePattern };
}

/** Genuine users and fake users given as variables. */
export function userTotal({ interactions, variables }: TrainingData): number {
  return interactions.userCount + (variables.fake?.shape[0] ?? 0);
}

/** The users of one batch, ascending, from the shuffled order of the epoch; all of the data when the batch size is 0 or covers it. */
export function userBatch(
  data: TrainingData,
  batchSize: number,
  epoch: number,
  index: number,
  rng: Rng,
): UserBatch {
  const total = userTotal(data);
  if (batchSize === 0 || batchSize >= total) return data;
  const order = rng.stream(epoch).shuffle(Int32Array.from({ length: total }, (_, user) => user));
  const users = order.subarray(index * batchSize, (index + 1) * batchSize).sort();
  const { userCount, itemCount } = data.interactions;
  const known = users.filter((user) => user < userCount);
  const { offsets, items } = selectRows(data.interactions, known);
  const batch = {
    interactions: { userCount: known.length, itemCount, offsets, items },
    matrix: passingPattern(known.length, itemCount, offsets, items),
    picked: rowPattern(users, 1, total),
  };
  const { fake } = data.variables;
  if (!fake) return { ...batch, variables: {} };
  const rows = users.subarray(known.length).map((user) => user - userCount);
  const fakes = { all: fake, picked: rowPattern(rows, 1, fake.shape[0]) };
  if (rows.length === 0) return { ...batch, fakes, variables: {} };
  return { ...batch, fakes, variables: { fake: tf.gather(fake, tf.tensor1d(rows, 'int32')) } };
}

/** The derivative by the profiles of the batch as one by all fake profiles: 0 for those who are not in it. // [F, I] */
export function byAllFakes({ fakes, variables }: UserBatch, derivative: Tensor2D | undefined): NamedTensors {
  if (!fakes) return derivative ? { fake: derivative } : {};
  if (!variables.fake || !derivative) return { fake: tf.zerosLike(fakes.all) };
  const ones: Tensor1D = tf.ones([fakes.picked.count]);
  return { fake: sparseDense(ones, derivative, fakes.picked.transposed) };
}
