import type { Defense, RunContext, SequenceModel, Service, TrainedModel } from '../contracts.ts';
import { badInput, incompatible } from '../errors.ts';
import { topK } from '../math/top-k.ts';
import { tidy } from '../tensors.ts';

export interface ServiceSettings {
  readonly victim: TrainedModel;
  /** Their `serve` is applied to every list, in order; other defenses have done their part before. */
  readonly defenses: readonly Defense[];
  /** Randomness of the serving defenses; each query has its own stream, so that answers do not depend on how queries are batched. */
  readonly context: RunContext;
  /** masked: an item of the history is not recommended again; kept: as the authors of the extraction attack evaluate. */
  readonly history: 'masked' | 'kept';
  /** Queries answered before, when an interrupted attack goes on. */
  readonly answered?: number;
}

/** Histories that are scored at a time. */
const atOnce = 128;

/**
 * The black box around a trained model of sequences: histories in, top-k lists out, serving defenses applied, every query counted. Nothing
 * else leaves it: no scores, no parameters.
 */
export function createService({
  victim,
  defenses,
  context,
  history,
  answered = 0,
}: ServiceSettings): Service {
  const { model, parameters, data } = victim;
  if (model.kind !== 'trainable' || !model.sequence) {
    throw incompatible(['Only a model of sequences can answer queries about any history.'], 'victim');
  }
  const { sequence } = model as SequenceModel;
  const { itemCount } = data.interactions;
  let count = answered;

  const ask = async (histories: readonly Int32Array[], k: number): Promise<Int32Array[]> => {
    const tensor = tidy(() => sequence.scoresAt(parameters, sequence.query(histories, itemCount)));
    const scores = await tensor.data<'float32'>().finally(() => tensor.dispose());
    return histories.map((asked, row) => {
      const own = scores.subarray(row * itemCount, (row + 1) * itemCount);
      let lists: readonly Int32Array[] = [topK(own, k, history === 'masked' ? asked : []).ids];
      const rng = context.rng.stream('serve').stream(count);
      for (const [at, { serve }] of defenses.entries()) {
        lists = serve?.(lists, { ...context, rng: rng.stream(at) }) ?? lists;
      }
      count += 1;
      return lists[0] as Int32Array;
    });
  };

  return {
    itemCount,
    history,
    get answered() {
      return count;
    },
    async recommend(histories, k) {
      if (!(k >= 1 && k <= itemCount)) throw badInput('k', `must be between 1 and ${itemCount}`, k);
      const strange = histories.findIndex((asked) => asked.some((item) => !(item >= 0 && item < itemCount)));
      if (strange >= 0)
        throw badInput('histories', `item ids must lie in 0..${itemCount - 1}`, histories[strange]);
      const lists: Int32Array[] = [];
      for (let from = 0; from < histories.length; from += atOnce) {
        await context.yieldNow();
        lists.push(...(await ask(histories.slice(from, from + atOnce), k)));
      }
      return lists;
    },
  };
}
