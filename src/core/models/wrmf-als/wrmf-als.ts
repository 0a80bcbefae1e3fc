import type { Direct, Model, ModelFactory, Pacing, Progress } from '../../contracts.ts';
import { clicksAround } from '../../data/clicks-around.ts';
import { knownInteractions } from '../../data/known-interactions.ts';
import { usersByItem } from '../../data/select-rows.ts';
import { valueAndGradient } from '../../math/autodiff.ts';
import { indicator } from '../../math/indicator.ts';
import { matrixProduct } from '../../math/matrix-product.ts';
import { factorShares } from '../../nn/factor-shares.ts';
import { rowsOf } from '../../nn/rows-of.ts';
import { tf, tidy, type NamedTensors, type Scalar, type Tensor2D } from '../../tensors.ts';
import { alsSolve, lowerGram, type AlsSide } from './als-solver.ts';
import { spec, type WrmfAlsParameters } from './spec.ts';

interface PartialGradient {
  readonly loss: Scalar;
  readonly gradient: NamedTensors;
}

/** Rows solved before others are let in. */
const rowsAtOnce = 32;

/**
 * Weighted regularized matrix factorization by alternating least squares (Hu et al. 2008): the loss of WRMF, minimised exactly over
 * all users and then over all items, `epochs` times. Parameters: `users` [U + F, D], fake users last, and `items` [I, D].
 *
 * Its gradient is partial (Tang et al. 2020, section 2.3): q_i = (PᵀC_iP + λI)⁻¹ PᵀC_i x_i with P and C fixed, so that the derivative by a
 * profile entry is w_vi p_v · (PᵀC_iP + λI)⁻¹ g_i, where g_i is the derivative of the outer loss by q_i.
 */
export const wrmfAls: ModelFactory<WrmfAlsParameters> = {
  create(parameters): Model {
    const { embeddingSize, epochs, positiveWeight, initialDeviation } = parameters;
    const model: Direct = {
      kind: 'direct',
      capabilities: spec.capabilities,
      embeddings: { users: 'users', items: 'items' },
      async *fit(data, rng, pacing) {
        const byUser = await knownInteractions(data);
        const byItem = usersByItem(byUser);
        const { userCount, itemCount } = byUser;
        const users = new Float32Array(userCount * embeddingSize);
        const items = rng
          .stream('init')
          .stream('items')
          .normals(itemCount * embeddingSize, initialDeviation);
        const total = epochs * (userCount + itemCount);
        const report = (done: number): Progress => ({
          level: 'inner',
          stage: 'alternating least squares',
          done,
          total,
          unit: 'rows',
        });
        for (let sweep = 0; sweep < epochs; sweep++) {
          const done = sweep * (userCount + itemCount);
          for await (const row of solved({ ...parameters, fixed: items, rows: byUser }, users, pacing)) {
            yield report(done + row);
          }
          for await (const row of solved({ ...parameters, fixed: users, rows: byItem }, items, pacing)) {
            yield report(done + userCount + row);
          }
        }
        return {
          users: tf.tensor2d(users, [userCount, embeddingSize]),
          items: tf.tensor2d(items, [itemCount, embeddingSize]),
        };
      },
      scores(current, _data, users) {
        const { users: all, items } = current as { users: Tensor2D; items: Tensor2D };
        return matrixProduct(rowsOf(all, users), tf.transpose(items)); // [B, I]
      },
      async explain(current, { interactions }, user, item) {
        const pair = { user, item, ...clicksAround(interactions, user, item) };
        return factorShares(current, pair, parameters, 'items');
      },
      async partialGradient(current, data, outer, pacing): Promise<PartialGradient> {
        const { fake } = data.variables;
        const { value: loss, gradient: byParameter } = tidy(() =>
          valueAndGradient((point) => outer(point, data), current),
        );
        try {
          if (!fake) return { loss, gradient: {} };
          const users = current.users as Tensor2D;
          const slopes = await (byParameter.items as Tensor2D).data<'float32'>(); // g [I, D]
          const solutions = new Float32Array(slopes.length);
          const side: AlsSide = {
            ...parameters,
            fixed: await users.data<'float32'>(),
            rows: usersByItem(await knownInteractions(data)),
          };
          const slope = (row: number, b: Float64Array) =>
            b.set(slopes.subarray(row * embeddingSize, (row + 1) * embeddingSize));
          for await (const _row of solved(side, solutions, pacing, slope));
          const gradient = tidy(() => {
            const fakeUsers = tf.slice(users, [data.interactions.userCount, 0], [-1, embeddingSize]);
            const items = tf.tensor2d(solutions, [slopes.length / embeddingSize, embeddingSize]);
            const weights = tf.add(tf.mul(indicator(fake), positiveWeight - 1), 1);
            return tf.mul(weights, matrixProduct(fakeUsers, tf.transpose(items))); // [F, I]
          });
          return { loss, gradient: { fake: gradient } };
        } finally {
          tf.dispose(Object.values(byParameter));
        }
      },
    };
    return model;
  },
};

/** Solves every row into `out`, a few at a time; yields how many are done. */
async function* solved(
  side: AlsSide,
  out: Float32Array,
  pacing: Pacing,
  rightHandSide?: Parameters<typeof alsSolve>[5],
): AsyncGenerator<number> {
  const count = out.length / side.embeddingSize;
  const gram = lowerGram(side.fixed, side.embeddingSize);
  for (let from = 0; from < count; from += rowsAtOnce) {
    await pacing.yieldNow();
    const to = Math.min(count, from + rowsAtOnce);
    alsSolve(side, gram, from, to, out, rightHandSide);
    yield to;
  }
}
