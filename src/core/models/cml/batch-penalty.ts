import { addAll } from '../../math/add-all.ts';
import { pickRows } from '../../nn/pick-rows.ts';
import { rowPenalty, useCounts } from '../../nn/row-penalty.ts';
import { tf, type Scalar, type Tensor1D } from '../../tensors.ts';
import { beside, clicksAmong, type Batch, type Vectors } from './batch.ts';

/**
 * Squared lengths of the vectors that a batch uses (code of Tang et al. 2020): a user's once for each of the user's pairs, an item's once
 * for each pair in which it stands, as the clicked item or as one that was drawn. Of fake users each pair counts as much as its click, with
 * those drawn items that the profile does not click.
 */
export function batchPenalty(all: Vectors, { users, items, negatives, fakes }: Batch): Scalar {
  const known = [
    rowPenalty(all.users, useCounts(users, all.users.shape[0])),
    rowPenalty(all.items, useCounts(beside(items, negatives), all.items.shape[0])),
  ];
  return addAll(fakes ? [...known, ...ofFakes(all, fakes)] : known);
}

function ofFakes(all: Vectors, { users, profiles, negatives }: NonNullable<Batch['fakes']>): Scalar[] {
  const clicks = tf.sum(profiles, 1, true); // [G, 1]
  const drawn = tf.mul(tf.sub(1, clicksAmong(profiles, negatives)), clicks); // [G, n]
  return [
    rowPenalty(pickRows(all.users, users), tf.reshape(clicks, [-1]) as Tensor1D),
    rowPenalty(all.items, tf.sum(profiles, 0) as Tensor1D),
    rowPenalty(pickRows(all.items, negatives), tf.reshape(drawn, [-1]) as Tensor1D),
  ];
}
