import type { ListsView, TrainedModel } from '../contracts.ts';
import { itemsOf } from '../data/interactions.ts';
import { sequenceOf, sequencesOf } from '../data/sequences.ts';
import { incompatible } from '../errors.ts';
import { servedRanking } from '../math/served-ranking.ts';
import { metricsOf, type EvaluationOutcome } from './evaluate-model.ts';
import type { LoadedDefense } from './load-defenses.ts';
import type { RepeatContext } from './repeat-context.ts';
import { openService } from './open-service.ts';
import { usualLength } from './usual-length.ts';

/** Items in every list that the victim serves. */
export function servedLength({ spec, prepared }: RepeatContext): number {
  return Math.min(Number(spec.attack?.params.listLength ?? usualLength), prepared.train.itemCount);
}

/**
 * The list that each genuine user is served for the items known of them, through the serving defenses. It has a counter of its own: an
 * evaluation is no query of the attacker.
 */
export async function servedLists(
  model: TrainedModel,
  servers: readonly LoadedDefense[],
  length: number,
  context: RepeatContext,
): Promise<readonly Int32Array[]> {
  const { train } = context.prepared;
  const sequences = sequencesOf(train);
  if (!sequences) throw incompatible(['Served lists need the time of every interaction.'], 'dataset');
  const service = openService('evaluation', model, servers, context);
  const histories = Array.from({ length: train.userCount }, (_, user) => sequenceOf(sequences, user));
  return service.recommend(histories, Math.min(length, train.itemCount));
}

/**
 * What users find in the lists as they are served: every metric with a cutoff, at the cutoffs within the lists. What the rest of a ranking
 * would say (MRR, AUC) nobody sees, so it is not there.
 */
export async function evaluateServed(
  model: TrainedModel,
  servers: readonly LoadedDefense[],
  context: RepeatContext,
): Promise<EvaluationOutcome> {
  const length = servedLength(context);
  const lists = await servedLists(model, servers, length, context);
  return { ...(await servedMetrics(lists, length, context)), lists: shown(lists, context) };
}

async function servedMetrics(
  lists: readonly Int32Array[],
  length: number,
  { spec, prepared }: RepeatContext,
): Promise<Pick<EvaluationOutcome, 'metrics' | 'users'>> {
  const { train, test, targets } = prepared;
  const masked = spec.evaluation.protocol.history === 'masked';
  const rankings = lists.map((list, user) => {
    const own = new Set<number>(itemsOf(train, user));
    const open = targets.filter((target) => !own.has(target));
    const candidates = train.itemCount - (masked ? own.size : 0);
    return servedRanking(list, Array.from(itemsOf(test, user)), { open, count: targets.length }, candidates);
  });
  const cutoffs = spec.evaluation.cutoffs.filter((cutoff) => cutoff <= length);
  const { metrics, users } = await metricsOf(rankings, { ...spec.evaluation, cutoffs }, targets.length > 0);
  return {
    metrics: Object.fromEntries(Object.entries(metrics).filter(([name]) => name.includes('@'))),
    users,
  };
}

/** The first items of some lists; a served list has no scores, so they fall with the place. */
function shown(
  lists: readonly Int32Array[],
  { spec, prepared, shownUsers }: RepeatContext,
): Omit<ListsView, 'phase'> {
  const k = Math.min(...spec.evaluation.cutoffs, prepared.train.itemCount);
  const items = new Int32Array(shownUsers.length * k).fill(-1);
  const scores = new Float32Array(shownUsers.length * k);
  shownUsers.forEach((user, row) => {
    items.set((lists[user] as Int32Array).subarray(0, k), row * k);
    for (let at = 0; at < k; at++) scores[row * k + at] = 1 - at / k;
  });
  return { view: 'lists', users: shownUsers, items, scores, k };
}
