import { catalog } from '../catalog.ts';
import type { ListsView, Metric, MetricSpec, TrainedModel, UserRanking } from '../contracts.ts';
import { itemsOf, userIndex } from '../data/interactions.ts';
import { implementations } from '../implementations.ts';
import { aggregateMetric } from '../math/aggregate-metric.ts';
import { userRankings } from '../math/ranking.ts';
import { topK } from '../math/top-k.ts';
import { tidy } from '../tensors.ts';
import type { Evaluation } from './experiment-spec.ts';
import type { RunHost } from './host.ts';
import { choose, type PreparedData } from './prepare-data.ts';

/** Metrics by name (`hr@10`, `target.rank`), null where undefined. */
export type MetricValues = Readonly<Record<string, number | null>>;

/** Some metrics user by user, in the order of users, null where undefined: what intervals over users are made of. */
export type UserValues = Readonly<Record<string, readonly (number | null)[]>>; // [U] each

export interface EvaluationOutcome {
  readonly metrics: MetricValues;
  readonly users: UserValues;
  readonly lists: Omit<ListsView, 'phase'>;
}

/** Scores of at most this many cells are held at a time. */
const cellsAtOnce = 4e6;

/**
 * Every metric of the catalog for a trained model under the protocol, over genuine users, and the top-k lists of `shownUsers`.
 * `loss.adversarial` is the promote loss of Tang et al. 2020 (Eq. 3) at these scores, when there are targets.
 */
export async function evaluateModel(
  { model, data, parameters }: TrainedModel,
  prepared: PreparedData,
  evaluation: Evaluation,
  shownUsers: readonly number[],
  host: RunHost,
): Promise<EvaluationOutcome> {
  const { train, test, targets } = prepared;
  const itemCount = train.itemCount;
  const k = Math.min(Math.min(...evaluation.cutoffs), itemCount);
  const rankings: UserRanking[] = [];
  const shown = new Map(shownUsers.map((user, at) => [user, at]));
  const lists = {
    items: new Int32Array(shownUsers.length * k).fill(-1),
    scores: new Float32Array(shownUsers.length * k),
  };
  let adversarial = 0;
  const chunk = Math.max(1, Math.floor(cellsAtOnce / itemCount));
  for (let from = 0; from < train.userCount; from += chunk) {
    await host.yieldNow();
    const users = Array.from({ length: Math.min(chunk, train.userCount - from) }, (_, at) =>
      userIndex(from + at),
    );
    const tensor = tidy(() => model.scores(parameters, data, users)); // [B, I]
    const scores = await tensor.data<'float32'>().finally(() => tensor.dispose());
    rankings.push(
      ...userRankings({
        scores,
        itemCount,
        users,
        owned: train,
        heldOut: test,
        targets,
        protocol: evaluation.protocol,
      }),
    );
    users.forEach((user, row) => {
      const own = scores.subarray(row * itemCount, (row + 1) * itemCount);
      if (targets.length > 0) adversarial += promoteLossOf(own, targets);
      const place = shown.get(user);
      if (place === undefined) return;
      const best = topK(own, k, evaluation.protocol.history === 'masked' ? itemsOf(train, user) : []);
      lists.items.set(best.ids, place * k);
      lists.scores.set(best.scores, place * k);
    });
  }
  const { metrics, users } = await metricsOf(rankings, evaluation, targets.length > 0);
  return {
    metrics: targets.length > 0 ? { ...metrics, 'loss.adversarial': adversarial } : metrics,
    users,
    lists: { view: 'lists', users: shownUsers, ...lists, k },
  };
}

/** Metrics that are also kept user by user. */
const byUser = ['hr', 'ndcg', 'target.hr'];

/** Every metric of the catalog over rankings, at each cutoff. */
export async function metricsOf(
  rankings: readonly UserRanking[],
  evaluation: Evaluation,
  hasTargets: boolean,
): Promise<{ readonly metrics: MetricValues; readonly users: UserValues }> {
  const { protocol, cutoffs } = evaluation;
  const metrics: Record<string, number | null> = {};
  const users: Record<string, readonly (number | null)[]> = {};
  for (const [id, spec] of Object.entries(catalog.metrics) as [string, MetricSpec][]) {
    if (spec.reads === 'targets' && !hasTargets) continue;
    const metric = await choose<Metric>(implementations.metrics, id);
    for (const cutoff of spec.cutoff ? cutoffs : [undefined]) {
      const { mean } = aggregateMetric(metric, rankings, cutoff ?? 0, protocol);
      metrics[cutoff === undefined ? id : `${id}@${cutoff}`] = mean ?? null;
      if (cutoff === undefined || !byUser.includes(id)) continue;
      users[`${id}@${cutoff}`] = rankings.map((user) => metric.perUser(user, cutoff, protocol) ?? null);
    }
  }
  return { metrics, users };
}

/** Mean over targets of -log softmax(row)[target], in double precision. */
function promoteLossOf(row: Float32Array, targets: readonly number[]): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of row) if (score > highest) highest = score;
  let sum = 0;
  for (const score of row) sum += Math.exp(score - highest);
  const logSum = highest + Math.log(sum);
  return targets.reduce((total, target) => total + logSum - (row[target] as number), 0) / targets.length;
}
