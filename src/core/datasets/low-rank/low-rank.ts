import type { DatasetLoader } from '../../contracts.ts';
import { interactionsFromDense, type Interactions } from '../../data/interactions.ts';
import { badInput } from '../../errors.ts';
import type { Rng } from '../../math/rng.ts';
import { spec, type LowRankParameters } from './spec.ts';

/** Draws of one user before the threshold is called too high. */
const attempts = 1000;

/**
 * The synthetic data of Tang et al. (section 3.2 and the authors' notebook): R = P Qᵀ with P [U + F, d] and Q [I, d] standard
 * normal; user u interacts with item i when R_ui > threshold (strict). The first U rows are the users, the last F are held back.
 * A row without interactions is drawn again, at most 1000 times.
 */
export const lowRank: DatasetLoader<LowRankParameters> = {
  async load(parameters, _source, rng) {
    const { users, heldBackUsers, items } = parameters;
    const tastes = rng.stream('items').normals(items * parameters.rank); // [I, d]
    const draws = rng.stream('users');
    const all = new Float32Array((users + heldBackUsers) * items); // [U + F, I]
    let redrawn = 0;
    for (let user = 0; user < users + heldBackUsers; user++) {
      redrawn += drawRow(all.subarray(user * items, (user + 1) * items), tastes, parameters, draws);
    }
    const rows = (from: number, count: number): Interactions =>
      interactionsFromDense(all.subarray(from * items, (from + count) * items), count, items);
    return {
      id: spec.id,
      name: spec.name,
      interactions: rows(0, users),
      userIds: Array.from({ length: users }, (_, user) => String(user)),
      itemIds: Array.from({ length: items }, (_, item) => String(item)),
      ...(heldBackUsers > 0 && { heldBackUsers: rows(users, heldBackUsers) }),
      credit: 'Synthetic data after Tang, Wen and Wang (RecSys 2020).',
      notes: redrawn > 0 ? [`${redrawn} users without interactions were drawn again.`] : [],
    };
  },
};

/** Fills one row with 0/1 and returns how many rows were thrown away before. */
function drawRow(row: Float32Array, tastes: Float32Array, parameters: LowRankParameters, draws: Rng): number {
  const { rank, threshold } = parameters;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const user = draws.normals(rank); // [d]
    let positives = 0;
    for (let item = 0; item < row.length; item++) {
      let affinity = 0;
      for (let d = 0; d < rank; d++) affinity += (user[d] as number) * (tastes[item * rank + d] as number);
      row[item] = +(affinity > threshold);
      positives += row[item] as number;
    }
    if (positives > 0) return attempt;
  }
  throw badInput(
    'dataset.params.threshold',
    `must leave every user an interaction; one had none in ${attempts} draws`,
    threshold,
  );
}
