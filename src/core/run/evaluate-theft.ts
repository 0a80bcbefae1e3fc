import type { TrainedModel } from '../contracts.ts';
import { itemsOf, userIndex } from '../data/interactions.ts';
import { agreement, exactMatch, listDivergence } from '../math/list-agreement.ts';
import { rivals } from '../math/list-rivals.ts';
import { rankCorrelation } from '../math/rank-correlation.ts';
import { mean } from '../math/statistics.ts';
import { topK } from '../math/top-k.ts';
import { tidy } from '../tensors.ts';
import { evaluateModel, type EvaluationOutcome, type UserValues } from './evaluate-model.ts';
import type { RepeatContext } from './repeat-context.ts';

/** Metrics of the stolen model that are reported, under `surrogate.`. */
const reported = ['hr', 'ndcg'];
/** Users that are scored at a time, by both models. */
const usersAtOnce = 128;

/** Whom a copy is compared with: the victim itself, and the list that it serves to each genuine user after the serving defenses. */
export interface Original {
  readonly victim: TrainedModel;
  readonly lists: readonly Int32Array[]; // [U]
}

/**
 * How good a copy a stolen model is, at every cutoff k and averaged over genuine users. `surrogate.hr@k`, `surrogate.ndcg@k`: what it
 * recommends by itself. `agreement@k`, `exact@k`: how much of the victim's served list it gives too, in any order and at the same place
 * (Yue et al. 2021). `kl@k`: with T the k items that the victim scores highest for a user (history rule applied, no serving defense),
 * p the softmax of the victim's scores over T and q that of the copy's over the same items, the mean of sum over T of p log(p / q), in
 * nats. It needs the victim's scores, which the attacker never sees; as a copy learns an order and no scale, it is rarely near 0 even
 * where the lists agree. `rank-correlation`: Spearman's, of the victim's and the copy's scores over all items (of those that may be shown),
 * so that the foot of the catalogue counts as much as its head. `rivals@k`: of the victim's scores, how many items press on the end of its
 * list (see `rivals`); the fewer, the easier the list is to hit without knowing the scores well.
 */
export async function evaluateTheft(
  surrogate: TrainedModel,
  original: Original,
  context: RepeatContext,
): Promise<EvaluationOutcome> {
  const { spec, prepared, shownUsers, host } = context;
  const own = await evaluateModel(surrogate, prepared, spec.evaluation, shownUsers, host);
  const likeness = await likenessByUser(surrogate, original, context);
  const kept = <T>(values: Readonly<Record<string, T>>): [string, T][] =>
    Object.entries(values)
      .filter(([name]) => reported.includes(name.split('@')[0] as string))
      .map(([name, value]) => [`surrogate.${name}`, value]);
  const means = Object.entries(likeness).map(([name, values]) => {
    return [name, mean(values.filter((value) => value !== null)) ?? null] as const;
  });
  return {
    metrics: Object.fromEntries([...kept(own.metrics), ...means]),
    users: { ...Object.fromEntries(kept(own.users)), ...likeness },
    lists: own.lists,
  };
}

/** Everything but the copy's own metrics, of every user. */
async function likenessByUser(
  surrogate: TrainedModel,
  { victim, lists }: Original,
  { spec, prepared, host }: RepeatContext,
): Promise<UserValues> {
  const { train } = prepared;
  const { cutoffs, protocol } = spec.evaluation;
  const longest = Math.min(Math.max(...cutoffs), train.itemCount);
  const values: Record<string, (number | null)[]> = {};
  const add = (name: string, value: number | undefined) => (values[name] ??= []).push(value ?? null);
  for (let from = 0; from < train.userCount; from += usersAtOnce) {
    await host.yieldNow();
    const count = Math.min(usersAtOnce, train.userCount - from);
    // The same histories for both: what a victim was trained on may differ from what is known of its users.
    const asked = { ...victim, data: surrogate.data };
    const [ours, theirs] = [await scoresOf(asked, from, count), await scoresOf(surrogate, from, count)];
    for (let row = 0; row < count; row++) {
      const user = from + row;
      const part = (scores: Float32Array) =>
        scores.subarray(row * train.itemCount, (row + 1) * train.itemCount);
      const [known, copied] = [part(ours), part(theirs)];
      const masked = protocol.history === 'masked' ? itemsOf(train, user) : [];
      add('rank-correlation', rankCorrelation(without(known, masked), without(copied, masked)));
      const best = topK(known, longest, masked).ids;
      const copy = topK(copied, longest, masked).ids;
      const served = lists[user] as Int32Array;
      for (const cutoff of cutoffs) {
        add(`agreement@${cutoff}`, agreement(served, copy, cutoff));
        add(`exact@${cutoff}`, exactMatch(served, copy, cutoff));
        const enough = best.length >= cutoff;
        add(`rivals@${cutoff}`, rivals(without(known, masked), cutoff));
        add(`kl@${cutoff}`, enough ? listDivergence(best.subarray(0, cutoff), known, copied) : undefined);
      }
    }
  }
  return values;
}

/** The scores of the items that may be shown. */
function without(scores: Float32Array, masked: ArrayLike<number>): Float32Array {
  if (masked.length === 0) return scores;
  const hidden = new Set(Array.from(masked));
  return scores.filter((_, item) => !hidden.has(item));
}

/** A model's scores for `count` users from `from` on. // [B, I] */
async function scoresOf(
  { model, data, parameters }: TrainedModel,
  from: number,
  count: number,
): Promise<Float32Array> {
  const users = Array.from({ length: count }, (_, at) => userIndex(from + at));
  const tensor = tidy(() => model.scores(parameters, data, users));
  return tensor.data<'float32'>().finally(() => tensor.dispose());
}
