import { expect, test } from 'vitest';
import { pessimistic, ranking } from '../../testing/user-ranking.ts';
import type { Metric } from '../contracts.ts';
import { aggregateMetric } from './aggregate-metric.ts';

const first: Metric = { perUser: ({ heldOut }, cutoff) => heldOut[0] && heldOut[0] / cutoff };

test('the mean is over the users for whom the metric is defined, and says how many', () => {
  const rankings = [ranking({ heldOut: [2] }), ranking({}), ranking({ heldOut: [6] })];
  expect(aggregateMetric(first, rankings, 2, pessimistic)).toEqual({ mean: 2, count: 2 });
});

test('a mean over nobody is undefined, not 0', () => {
  expect(aggregateMetric(first, [ranking({})], 2, pessimistic)).toEqual({ mean: undefined, count: 0 });
  expect(aggregateMetric(first, [], 2, pessimistic)).toEqual({ mean: undefined, count: 0 });
});
