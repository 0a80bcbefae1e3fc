import type { TrainedModel } from '../contracts.ts';
import { userIndex } from '../data/interactions.ts';
import { badInput } from '../errors.ts';
import { userRankings } from '../math/ranking.ts';
import { tidy } from '../tensors.ts';
import type { Evaluation, ExperimentSpec } from './experiment-spec.ts';
import type { PreparedData } from './prepare-data.ts';

/** The pair whose score is taken apart, found in the prepared data. */
export interface Pair {
  readonly user: number;
  readonly item: number;
}

/** Where an item stands for one user. */
export interface Place {
  readonly score: number;
  /** 1-based under the protocol; null where the item is no candidate. */
  readonly rank: number | null;
}

/** The pair that the spec asks about; undefined when it asks about none. Throws bad input when the data has no such user or item. */
export function explainedPair({ evaluation }: ExperimentSpec, prepared: PreparedData): Pair | undefined {
  const asked = evaluation.explain;
  if (!asked) return undefined;
  const { userCount, itemCount } = prepared.train;
  const item = asked.item ?? prepared.targets[0];
  if (asked.user >= userCount)
    throw badInput('evaluation.explain.user', `must be a user of the prepared data, 0 to ${userCount - 1}`, asked.user); // prettier-ignore
  if (item === undefined || item >= itemCount)
    throw badInput('evaluation.explain.item', `must be an item of the prepared data, 0 to ${itemCount - 1}`, asked.item ?? null); // prettier-ignore
  return { user: asked.user, item };
}

/** The score and rank that a trained model gives to the pair. */
export async function placeOf(
  { model, data, parameters }: TrainedModel,
  { user, item }: Pair,
  { train, test }: PreparedData,
  { protocol }: Evaluation,
): Promise<Place> {
  const tensor = tidy(() => model.scores(parameters, data, [userIndex(user)])); // [1, I]
  const scores = await tensor.data<'float32'>().finally(() => tensor.dispose());
  const { itemCount } = train;
  const input = { scores, itemCount, users: [user], owned: train, heldOut: test, targets: [item], protocol };
  const before = userRankings(input)[0]?.targets[0];
  return { score: scores[item] as number, rank: before === undefined ? null : before + 1 };
}
