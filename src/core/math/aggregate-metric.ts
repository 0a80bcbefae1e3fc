import type { Metric, Protocol, UserRanking } from '../contracts.ts';

/** A mean over the users for whom a metric is defined; undefined when there is nobody. */
export interface MeanOfUsers {
  readonly mean: number | undefined;
  readonly count: number;
}

/** Averages a metric over users. Users for whom it is undefined (nothing held out, owners left out) do not count. */
export function aggregateMetric(
  metric: Metric,
  rankings: Iterable<UserRanking>,
  cutoff: number,
  protocol: Protocol,
): MeanOfUsers {
  let sum = 0;
  let count = 0;
  for (const ranking of rankings) {
    const value = metric.perUser(ranking, cutoff, protocol);
    if (value === undefined) continue;
    sum += value;
    count++;
  }
  return { mean: count === 0 ? undefined : sum / count, count };
}
