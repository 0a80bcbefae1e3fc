import type { TrainedModel } from '../contracts.ts';
import { agreement, exactMatch } from '../math/list-agreement.ts';
import { mean } from '../math/statistics.ts';
import { evaluateModel, type EvaluationOutcome } from './evaluate-model.ts';
import type { RepeatContext } from './repeat-context.ts';
import { servedLists } from './served-lists.ts';

/** Metrics of the stolen model that are reported, under `surrogate.`. */
const reported = ['hr', 'ndcg'];

/**
 * How good a copy a stolen model is, at every cutoff k: `surrogate.hr@k` and `surrogate.ndcg@k`, what it recommends to genuine users by
 * itself; `agreement@k` and `exact@k`, how much of the victim's served list it gives too, in any order and at the same place
 * (Yue et al. 2021), averaged over genuine users. `lists` are those that the victim serves, a user each.
 */
export async function evaluateTheft(
  surrogate: TrainedModel,
  lists: readonly Int32Array[],
  context: RepeatContext,
): Promise<EvaluationOutcome> {
  const { spec, prepared, shownUsers, host } = context;
  const own = await evaluateModel(surrogate, prepared, spec.evaluation, shownUsers, host);
  const metrics: Record<string, number | null> = {};
  for (const [name, value] of Object.entries(own.metrics)) {
    if (reported.includes(name.split('@')[0] as string)) metrics[`surrogate.${name}`] = value;
  }
  const { cutoffs } = spec.evaluation;
  const copies = await servedLists(surrogate, [], Math.max(...cutoffs), context);
  for (const cutoff of cutoffs) {
    for (const [name, compare] of [
      ['agreement', agreement],
      ['exact', exactMatch],
    ] as const) {
      // prettier-ignore
      const shares = lists.map((list, user) => compare(list, copies[user] as Int32Array, cutoff));
      metrics[`${name}@${cutoff}`] = mean(shares.filter((share) => share !== undefined)) ?? null;
    }
  }
  return { metrics, lists: own.lists };
}
