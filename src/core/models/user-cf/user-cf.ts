import type { ModelFactory } from '../../contracts.ts';
import { itemsOf } from '../../data/interactions.ts';
import { knownInteractions } from '../../data/known-interactions.ts';
import { usersByItem } from '../../data/select-rows.ts';
import { sparseDense } from '../../kernels/sparse-dense.ts';
import { jaccard, setCosine, setNeighbours } from '../../math/set-neighbours.ts';
import { rowsOf } from '../../nn/rows-of.ts';
import { tf, type Tensor1D, type Tensor2D } from '../../tensors.ts';
import { spec, type UserCfParameters } from './spec.ts';

/** Users compared before others are let in. */
const usersAtOnce = 64;

/**
 * User-based collaborative filtering (Resnick et al. 1994) on clicks: score_ui = sum over the `neighbourCount` users v most alike to u of
 * s_uv x_vi. Parameters: `neighbours` [U + F, N] (row numbers, whole and exact in float32 up to 2^24) and `similarities` [U + F, N], 0 where
 * a user has fewer neighbours; fake users last.
 */
export const userCf: ModelFactory<UserCfParameters> = {
  create: ({ neighbourCount, similarity }) => ({
    kind: 'direct',
    capabilities: spec.capabilities,
    async *fit(data, _rng, pacing) {
      const byUser = await knownInteractions(data);
      const { userCount } = byUser;
      const width = Math.max(1, Math.min(neighbourCount, userCount - 1));
      const measure = similarity === 'jaccard' ? jaccard : setCosine;
      const nearest = setNeighbours(byUser, usersByItem(byUser), width, measure);
      const neighbours = new Float32Array(userCount * width);
      const similarities = new Float32Array(userCount * width);
      for (let user = 0; user < userCount; user++) {
        if (user % usersAtOnce === 0) {
          await pacing.yieldNow();
          yield { level: 'inner', stage: 'neighbours', done: user + 1, total: userCount, unit: 'users' };
        }
        const found = nearest(user);
        neighbours.set(found.ids, user * width);
        similarities.set(found.similarities, user * width);
      }
      return {
        neighbours: tf.tensor2d(neighbours, [userCount, width]),
        similarities: tf.tensor2d(similarities, [userCount, width]),
      };
    },
    async explain({ neighbours, similarities }, { interactions }, user, item) {
      const [, width = 0] = (neighbours as Tensor2D).shape;
      const [ids, votes] = await Promise.all(
        [neighbours, similarities].map((tensor) => (tensor as Tensor2D).data<'float32'>()),
      );
      const parts = Array.from({ length: width }, (_, at) => ({
        user: ids?.[user * width + at] as number,
        value: votes?.[user * width + at] as number,
      })).filter((part) => part.value > 0 && itemsOf(interactions, part.user).includes(item));
      return [
        {
          of: 'users',
          indices: Int32Array.from(parts, (part) => part.user),
          values: Float64Array.from(parts, ({ value }) => value),
          exact: true,
          method:
            'The score is the sum of the similarities of the user’s nearest neighbours who clicked the item.',
        },
      ];
    },
    scores({ neighbours, similarities }, { interactions, matrix, variables }, users) {
      const ids = rowsOf(neighbours as Tensor2D, users); // [B, N]
      const votes = rowsOf(similarities as Tensor2D, users);
      const all = (neighbours as Tensor2D).shape[0];
      const rows = tf.reshape(tf.range(0, users.length, 1, 'int32'), [-1, 1]);
      const places = tf.add(tf.mul(rows, tf.scalar(all, 'int32')), tf.cast(ids, 'int32'));
      const weights = tf.reshape(
        tf.scatterND(tf.reshape(places, [-1, 1]), tf.reshape(votes, [-1]), [users.length * all]),
        [users.length, all],
      ) as Tensor2D; // [B, U + F]
      const genuine = tf.slice(weights, [0, 0], [users.length, interactions.userCount]);
      const ones: Tensor1D = tf.ones([matrix.count]);
      const scores = tf.transpose(sparseDense(ones, tf.transpose(genuine), matrix.transposed)); // [B, I]
      const { fake } = variables;
      if (!fake) return scores as Tensor2D;
      const added = tf.slice(weights, [0, interactions.userCount], [users.length, -1]);
      return tf.add(scores, tf.matMul(added, fake)) as Tensor2D;
    },
  }),
};
