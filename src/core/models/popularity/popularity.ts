import type { ModelFactory } from '../../contracts.ts';
import { itemCounts } from '../../data/interactions.ts';
import { clicksAround } from '../../data/clicks-around.ts';
import { tf, type Tensor1D, type Tensor2D } from '../../tensors.ts';
import { spec, type PopularityParameters } from './spec.ts';

/** Score of an item = its number of interactions in the training data, fake users included. Parameters: `counts` [I]. */
export const popularity: ModelFactory<PopularityParameters> = {
  create: () => ({
    kind: 'direct',
    capabilities: spec.capabilities,
    async *fit(data) {
      yield { level: 'inner', stage: 'count', done: 1, total: 1, unit: 'passes' };
      // Made after the yield: a run that is left there owns nothing.
      const counts = tf.tidy(() => {
        const known = tf.tensor1d(Float32Array.from(itemCounts(data.interactions)));
        const { fake } = data.variables;
        return fake ? tf.add(known, tf.sum(fake, 0)) : known;
      });
      return { counts };
    },
    async explain(_parameters, { interactions }, user, item) {
      const { ofItem: indices } = clicksAround(interactions, user, item);
      const values = new Float64Array(indices.length).fill(1);
      return [{ of: 'users', indices, values, exact: true, method: 'Every click on the item counts one.' }];
    },
    scores: ({ counts }, _data, users) =>
      tf.tile(tf.expandDims(counts as Tensor1D, 0), [users.length, 1]) as Tensor2D, // [B, I]
  }),
};
