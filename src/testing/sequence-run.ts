import type { Model, TrainedModel } from '../core/contracts.ts';
import { userIndex, type Interactions } from '../core/data/interactions.ts';
import { trainingData, type OwnedTrainingData } from '../core/data/training-data.ts';
import { markovSequences } from '../core/datasets/markov-sequences/markov-sequences.ts';
import { createRng } from '../core/math/rng.ts';
import { userRankings } from '../core/math/ranking.ts';
import type { Schema } from '../core/params/fields.ts';
import { leaveOneOut } from '../core/splits/leave-one-out/leave-one-out.ts';
import { tf, tidy } from '../core/tensors.ts';
import { trainModel } from '../core/training/train-model.ts';
import { memorySource } from './memory-source.ts';
import { runContext } from './run-context.ts';

/** Planted sequences small enough for a test, split by leave-one-out: a blind guess has HR@10 1/4. */
export async function plantedSequences(users = 160): Promise<{ train: Interactions; test: Interactions }> {
  const parameters = { users, items: 40, length: 10, order: 'one', branching: 3, noise: 0.1 } as const;
  const { interactions } = await markovSequences.load(parameters, memorySource({}), createRng(1));
  return leaveOneOut.split(interactions, { pick: 'latest', minimum: 2 }, createRng(1));
}

/** The defaults of a spec. */
export function defaultsOf<P>(parameters: Schema): P {
  return Object.fromEntries(Object.entries(parameters).map(([name, field]) => [name, field.default])) as P;
}

/** Trains a model to its end and returns it with its losses; dispose of it afterwards. */
export async function trainedOn(
  model: Model,
  train: Interactions,
  seed = 1,
): Promise<TrainedModel & { losses: number[]; validated: number[]; epochs: number; dispose(): void }> {
  const data: OwnedTrainingData = trainingData(train);
  const training = trainModel(model, data, createRng(seed), runContext(seed), 'test');
  const losses: number[] = [];
  const validated: number[] = [];
  let epochs = 0;
  let next = await training.next();
  while (!next.done) {
    losses.push(next.value.values?.['loss.train'] as number);
    const validation = next.value.values?.['validation.ndcg@10'];
    if (validation !== undefined) validated.push(validation);
    epochs = next.value.epoch ?? epochs;
    next = await training.next();
  }
  const parameters = next.value;
  const dispose = () => {
    tf.dispose(Object.values(parameters));
    data.dispose();
  };
  return { model, data, parameters, losses, validated, epochs, dispose };
}

/** HR@10 over all users, full ranking, history kept. */
export async function hitRate(
  { model, data, parameters }: TrainedModel,
  test: Interactions,
): Promise<number> {
  const { userCount, itemCount } = data.interactions;
  const users = Array.from({ length: userCount }, (_, user) => userIndex(user));
  const tensor = tidy(() => model.scores(parameters, data, users));
  const scores = await tensor.data<'float32'>().finally(() => tensor.dispose());
  const protocol = { history: 'kept', ties: 'pessimistic' } as const;
  const owned = data.interactions;
  const rankings = userRankings({ scores, itemCount, users, owned, heldOut: test, targets: [], protocol });
  return rankings.filter(({ heldOut }) => (heldOut[0] ?? Infinity) < 10).length / userCount;
}
