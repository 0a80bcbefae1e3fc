import type { Model, ModelFactory, ModelSpec, Pacing, TrainingData } from '../../core/contracts.ts';
import { catalog } from '../../core/catalog.ts';
import { userIndex } from '../../core/data/interactions.ts';
import { implementations } from '../../core/implementations.ts';
import { createRng } from '../../core/math/rng.ts';
import { tf, tidy, type NamedTensors } from '../../core/tensors.ts';
import { trainModel } from '../../core/training/train-model.ts';
import { drained } from '../test-host.ts';

/** Every registered model. */
export const everyModel: readonly ModelSpec[] = Object.values(
  catalog.models as Readonly<Record<string, ModelSpec>>,
);

/** Work that is never interrupted. */
export const steady: Pacing = { signal: { aborted: false }, yieldNow: async () => undefined };

export async function createModel(id: string, parameters: unknown): Promise<Model> {
  const load = implementations.models[
    id as keyof typeof implementations.models
  ] as () => Promise<ModelFactory>;
  return (await load()).create(parameters as never);
}

/** Parameters after training from scratch, owned by the caller. */
export async function train(model: Model, data: TrainingData, seed = 1): Promise<NamedTensors> {
  return (await drained(trainModel(model, data, createRng(seed), steady, 'test'))).returned;
}

/** Scores of the first `count` users for every item after training from scratch. // [count, I] */
export async function trainedScores(
  model: Model,
  data: TrainingData,
  count: number,
  seed = 1,
): Promise<Float32Array> {
  const parameters = await train(model, data, seed);
  const users = Array.from({ length: count }, (_, user) => userIndex(user));
  const scores = tidy(() => model.scores(parameters, data, users));
  try {
    return Float32Array.from(await scores.data());
  } finally {
    scores.dispose();
    tf.dispose(Object.values(parameters));
  }
}
