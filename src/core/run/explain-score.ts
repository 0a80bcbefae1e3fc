import type { EvidenceParts, ScoreParts, TrainedModel } from '../contracts.ts';
import { clicksAround } from '../data/clicks-around.ts';
import { itemIndex, userIndex, type Interactions } from '../data/interactions.ts';
import { trainingData } from '../data/training-data.ts';
import { withoutClick } from '../data/without-click.ts';
import { tidy } from '../tensors.ts';
import type { Pair } from './explained-place.ts';
import type { RunHost } from './host.ts';

/** Clicks that are taken back one by one at most. */
const mostClicks = 200;

/** The score of the pair in every way in which the model can take it apart; none for a model that has no such way. */
export async function explainScore(
  trained: TrainedModel,
  pair: Pair,
  score: number,
  host: RunHost,
): Promise<readonly EvidenceParts[]> {
  const { model, data, parameters } = trained;
  const own = await model.explain?.(parameters, data, userIndex(pair.user), itemIndex(pair.item));
  const { readsData, sequences } = model.capabilities;
  const parts = own ?? (readsData && !sequences ? await occlusions(trained, pair, score, host) : []);
  return parts.map((part) => ({
    ...part,
    residual: score - part.values.reduce((sum, value) => sum + value, 0),
  }));
}

/** For models that read clicks when they score: what the score loses when one click of the user, or one click on the item, is taken back. */
async function occlusions(
  trained: TrainedModel,
  { user, item }: Pair,
  score: number,
  host: RunHost,
): Promise<readonly ScoreParts[]> {
  const { interactions } = trained.data;
  const around = clicksAround(interactions, user, item);
  const ofUser = around.ofUser.slice(0, mostClicks);
  const ofItem = around.ofItem.slice(-mostClicks);
  const lost = async (clicks: readonly Pair[]) => {
    const values: number[] = [];
    for (const click of clicks) {
      await host.yieldNow();
      values.push(
        score - (await scoreOn(withoutClick(interactions, click.user, click.item), trained, user, item)),
      );
    }
    return Float64Array.from(values);
  };
  const method = (what: string) =>
    `What the score loses when ${what} is taken back and the trained model reads the data again; such losses need not add up.`;
  const parts: ScoreParts[] = [
    {
      of: 'users',
      indices: ofItem,
      values: await lost(Array.from(ofItem, (other) => ({ user: other, item }))),
      exact: false,
      method: method('a user’s click on the item'),
    },
    {
      of: 'items',
      indices: ofUser,
      values: await lost(Array.from(ofUser, (other) => ({ user, item: other }))),
      exact: false,
      method: method('a click of the user'),
    },
  ];
  return parts.filter(({ values }) => values.some((value) => value !== 0));
}

async function scoreOn(
  interactions: Interactions,
  { model, parameters }: TrainedModel,
  user: number,
  item: number,
): Promise<number> {
  const data = trainingData(interactions);
  try {
    const tensor = tidy(() => model.scores(parameters, data, [userIndex(user)]));
    return (await tensor.data<'float32'>().finally(() => tensor.dispose()))[item] as number;
  } finally {
    data.dispose();
  }
}
