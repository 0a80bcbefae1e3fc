import { agreement } from '../math/list-agreement.ts';
import { effectiveItems, mostServed, personalization } from '../math/list-diversity.ts';
import { mean } from '../math/statistics.ts';
import type { MetricValues, UserValues } from './evaluate-model.ts';

/**
 * What of a copy's agreement needed no knowledge of anybody, at every cutoff k, for the lists that the victim serves to genuine users.
 * `personalization@k`: how different these lists are from each other. `effective-items@k`: over how many items they spread. `agreement.constant@k`: agreement with the victim of the one answer
 * for everybody that agrees most, the k items served most often. `agreement.personal@k`: the copy's agreement minus that, user by user. A
 * defense that makes lists alike raises agreement without the copy having learned more; the last number says what is left.
 * `copied` holds the copy's `agreement@k` by user.
 */
export function beyondConstant(
  lists: readonly Int32Array[],
  cutoffs: readonly number[],
  copied: UserValues,
): { readonly metrics: MetricValues; readonly users: UserValues } {
  const users: Record<string, (number | null)[]> = {};
  const metrics: Record<string, number | null> = {};
  for (const cutoff of cutoffs) {
    const answer = mostServed(lists, cutoff);
    const constant = lists.map((list) => agreement(list, answer, cutoff) ?? null);
    users[`agreement.constant@${cutoff}`] = constant;
    users[`agreement.personal@${cutoff}`] = constant.map((value, user) => {
      const own = copied[`agreement@${cutoff}`]?.[user] ?? null;
      return own === null || value === null ? null : own - value;
    });
    metrics[`effective-items@${cutoff}`] = effectiveItems(lists, cutoff) ?? null;
    metrics[`personalization@${cutoff}`] = personalization(lists, cutoff) ?? null;
  }
  for (const [name, values] of Object.entries(users))
    metrics[name] = mean(values.filter((value) => value !== null)) ?? null;
  return { metrics, users };
}
