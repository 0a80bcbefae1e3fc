import { addAll } from '../../math/add-all.ts';
import { named } from '../../math/named-tensors.ts';
import { pickRows } from '../../nn/pick-rows.ts';
import { rowPenalty, useCounts } from '../../nn/row-penalty.ts';
import { tf, type NamedTensors, type Scalar, type Tensor1D, type Tensor2D } from '../../tensors.ts';

/** Pairs of a batch, and fake users with how much they use every item: as positives, and as positives or negatives. */
export interface BatchUses {
  readonly users: Int32Array; // [B]
  readonly items: Int32Array; // [B · (1 + n)]
  readonly fakes?: {
    readonly users: Int32Array; // [G]
    readonly clicks: Tensor1D; // [G]
    readonly items: Tensor1D; // [I]
  };
}

/**
 * Squared lengths of the vectors that a batch uses, in both branches, without weights and biases (code of Tang et al. 2020): a user's once
 * for each of the user's pairs, an item's once for each pair in which it stands, as the clicked item or as a negative.
 */
export function batchPenalty(current: NamedTensors, { users, items, fakes }: BatchUses): Scalar {
  const tables = (kind: 'users' | 'items') =>
    [kind, `${kind}Hidden`].map((name) => named(current, name) as Tensor2D);
  const terms = [
    ...tables('users').map((table) => rowPenalty(table, useCounts(users, table.shape[0]))),
    ...tables('items').map((table) => {
      const known = useCounts(items, table.shape[0]);
      return rowPenalty(table, fakes ? (tf.add(known, fakes.items) as Tensor1D) : known);
    }),
    ...(fakes ? tables('users').map((table) => rowPenalty(pickRows(table, fakes.users), fakes.clicks)) : []),
  ];
  return addAll(terms) as Scalar;
}
