import type { ModelFactory } from '../../contracts.ts';
import { denseProfiles } from '../../data/dense-profiles.ts';
import { itemsOf } from '../../data/interactions.ts';
import { knownInteractions } from '../../data/known-interactions.ts';
import { usersByItem } from '../../data/select-rows.ts';
import { sparseRowsDense } from '../../kernels/sparse-dense.ts';
import { jaccard, setNeighbours } from '../../math/set-neighbours.ts';
import { tf, type Tensor1D } from '../../tensors.ts';
import { spec, type ItemCfParameters } from './spec.ts';

/** Items compared before others are let in. */
const itemsAtOnce = 64;

/**
 * Item-based collaborative filtering (Sarwar et al. 2001) with the Jaccard similarity s_ij = users of both / users of either and the
 * `neighbourCount` nearest items of every item: score_uj = sum over the items i of u that have j among their neighbours of s_ij.
 * Parameters: the neighbour matrix turned around, as sparse rows of the item that is scored: `offsets` [I + 1], `items` [nnz],
 * `similarities` [nnz] (whole numbers are exact in float32 up to 2^24).
 */
export const itemCf: ModelFactory<ItemCfParameters> = {
  create: ({ neighbourCount }) => ({
    kind: 'direct',
    capabilities: spec.capabilities,
    async *fit(data, _rng, pacing) {
      const byUser = await knownInteractions(data);
      const { itemCount } = byUser;
      const nearest = setNeighbours(usersByItem(byUser), byUser, neighbourCount, jaccard);
      const voters = Array.from({ length: itemCount }, (): number[] => []);
      const votes = Array.from({ length: itemCount }, (): number[] => []);
      for (let item = 0; item < itemCount; item++) {
        if (item % itemsAtOnce === 0) {
          await pacing.yieldNow();
          yield { level: 'inner', stage: 'neighbours', done: item + 1, total: itemCount, unit: 'items' };
        }
        const { ids, similarities } = nearest(item);
        ids.forEach((other, at) => {
          voters[other]?.push(item);
          votes[other]?.push(similarities[at] as number);
        });
      }
      const offsets = [0];
      for (const row of voters) offsets.push((offsets.at(-1) as number) + row.length);
      return {
        offsets: tf.tensor1d(offsets, 'float32'),
        items: tf.tensor1d(voters.flat(), 'float32'),
        similarities: tf.tensor1d(votes.flat(), 'float32'),
      };
    },
    async explain({ offsets, items, similarities }, { interactions }, user, item) {
      const [ends, voters, votes] = await Promise.all(
        [offsets, items, similarities].map((tensor) => (tensor as Tensor1D).data<'float32'>()),
      );
      const voteOf = new Map<number, number>();
      for (let at = ends?.[item] ?? 0; at < (ends?.[item + 1] ?? 0); at++)
        voteOf.set(voters?.[at] as number, votes?.[at] as number);
      const clicked = itemsOf(interactions, user).slice();
      return [
        {
          of: 'items',
          indices: clicked,
          values: Float64Array.from(clicked, (other) => voteOf.get(other) ?? 0),
          exact: true,
          method:
            'The score is the sum of the similarities of the user’s items that have this one among their neighbours.',
        },
      ];
    },
    scores({ offsets, items, similarities }, data, users) {
      const rows = {
        values: similarities as Tensor1D,
        offsets: tf.cast(offsets as Tensor1D, 'int32') as Tensor1D,
        columnOf: tf.cast(items as Tensor1D, 'int32') as Tensor1D,
      };
      return tf.transpose(sparseRowsDense(rows, tf.transpose(denseProfiles(data, users)))); // [B, I]
    },
  }),
};
