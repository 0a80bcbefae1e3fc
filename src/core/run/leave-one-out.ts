import { itemsOf, type Interactions } from '../data/interactions.ts';
import { trainingData } from '../data/training-data.ts';
import { withoutUsers } from '../data/without-users.ts';
import type { Rng } from '../math/rng.ts';
import { tf, type NamedTensors } from '../tensors.ts';
import { trainModel } from '../training/train-model.ts';
import { buildModel } from './build-model.ts';
import { evaluateModel } from './evaluate-model.ts';
import { placeOf, type Pair, type Place } from './explained-place.ts';
import type { RepeatContext } from './repeat-context.ts';

/** The pair and the reach of the targets under one victim. */
export interface Standing extends Place {
  /** Target reach at the first cutoff. */
  readonly reach: number | null;
}

/** Fake users (0-based among them) in the order of leaving out: those who share most clicks with the user first. */
export function orderOfLeaving(
  train: Interactions,
  fakeUsers: Interactions,
  user: number,
): readonly number[] {
  const own = new Set(itemsOf(train, user));
  const shared = Array.from({ length: fakeUsers.userCount }, (_, fake) =>
    itemsOf(fakeUsers, fake).reduce((count, item) => count + (own.has(item) ? 1 : 0), 0),
  );
  return [...shared.keys()].sort((a, b) => (shared[b] as number) - (shared[a] as number) || a - b);
}

/**
 * Trains the victim from scratch, from the same seed, on data in which one user clicks nothing (the row stays, so that all other users
 * start from the same numbers), and looks where the pair stands.
 */
export async function standingWithout(
  row: number,
  interactions: Interactions,
  rng: Rng,
  pair: Pair,
  context: RepeatContext,
): Promise<Standing> {
  const { spec, host, prepared } = context;
  const model = await buildModel(spec.victim);
  const data = trainingData(withoutUsers(interactions, Int32Array.of(row)));
  const training = trainModel(model, data, rng, host, 'without one fake user');
  let parameters: NamedTensors = {};
  try {
    let next = await training.next();
    while (!next.done) next = await training.next();
    parameters = next.value;
    const trained = { model, data, parameters };
    const { metrics } = await evaluateModel(trained, prepared, spec.evaluation, [], host);
    const place = await placeOf(trained, pair, prepared, spec.evaluation);
    return { ...place, reach: metrics[`target.hr@${spec.evaluation.cutoffs[0]}`] ?? null };
  } finally {
    await training.return(undefined as never);
    tf.dispose(Object.values(parameters));
    data.dispose();
  }
}
