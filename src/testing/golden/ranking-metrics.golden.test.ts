import { describe, test } from 'vitest';
import type { Metric, Protocol } from '../../core/contracts.ts';
import { interactionsFromDense, interactionsFromEntries } from '../../core/data/interactions.ts';
import { aggregateMetric } from '../../core/math/aggregate-metric.ts';
import { userRankings } from '../../core/math/ranking.ts';
import { auc } from '../../core/metrics/auc/auc.ts';
import { hr } from '../../core/metrics/hr/hr.ts';
import { mrr } from '../../core/metrics/mrr/mrr.ts';
import { ndcg } from '../../core/metrics/ndcg/ndcg.ts';
import { recallCapped } from '../../core/metrics/recall-capped/recall-capped.ts';
import { recall } from '../../core/metrics/recall/recall.ts';
import { targetHr } from '../../core/metrics/target-hr/target-hr.ts';
import { tf } from '../../core/tensors.ts';
import { forEachBackend } from '../backends.ts';
import { expectGolden, goldenCases, inputList, inputRows, type GoldenCase } from '../goldens.ts';

async function metricsOf(golden: GoldenCase, ties: Protocol['ties']): Promise<Record<string, unknown>> {
  const rows = inputRows(golden, 'scores');
  const itemCount = rows[0]?.length ?? 0;
  const tensor = tf.tensor2d(rows); // through the backend, as a model's scores come
  const scores = (await tensor.data()) as Float32Array;
  tensor.dispose();
  const entries = inputRows(golden, 'testItems').flatMap((items, user) =>
    items.map((item) => ({ user, item })),
  );
  const protocol = {
    history: 'masked',
    candidates: 'all',
    ties,
    users: 'genuine',
    owners: 'excluded',
  } as const;
  const rankings = userRankings({
    scores,
    itemCount,
    users: rows.map((_, user) => user),
    owned: interactionsFromDense(inputRows(golden, 'trainMask').flat(), rows.length, itemCount),
    heldOut: interactionsFromEntries(rows.length, itemCount, entries),
    targets: inputList(golden, 'targetItems'),
    protocol,
  });
  const cutoffs = inputList(golden, 'cutoffs');
  const once = (metric: Metric) => aggregateMetric(metric, rankings, 1, protocol).mean;
  const each = (metric: Metric, owners: Protocol['owners'] = 'excluded') =>
    cutoffs.map((k) => aggregateMetric(metric, rankings, k, { ...protocol, owners }).mean);
  const rule = ties === 'pessimistic' ? 'Pessimistic' : 'Optimistic';
  return {
    [`hitRate${rule}`]: each(hr),
    [`recall${rule}`]: each(recall),
    [`recallCapped${rule}`]: each(recallCapped),
    [`ndcg${rule}`]: each(ndcg),
    [`mrr${rule}`]: once(mrr),
    [`auc${rule}`]: once(auc),
    [`targetHitRateExcludingOwners${rule}`]: each(targetHr, 'excluded'),
    [`targetHitRateOwnersMiss${rule}`]: each(targetHr, 'miss'),
  };
}

describe('golden ranking-metrics', () => {
  forEachBackend(() => {
    test.each(goldenCases('ranking-metrics'))('$case', async (golden) => {
      const actual = {
        ...(await metricsOf(golden, 'pessimistic')),
        ...(await metricsOf(golden, 'optimistic')),
      };
      expectGolden(actual, golden);
    });
  });
});
