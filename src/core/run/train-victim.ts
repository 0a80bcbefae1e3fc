import type { Model, ModelFactory, TrainedModel, TrainingData } from '../contracts.ts';
import type { Interactions } from '../data/interactions.ts';
import { trainingData, type OwnedTrainingData } from '../data/training-data.ts';
import { implementations } from '../implementations.ts';
import type { Rng } from '../math/rng.ts';
import type { Component } from '../params/fields.ts';
import { tf, type NamedTensors } from '../tensors.ts';
import { trainModel, type TrainingProgress } from '../training/train-model.ts';
import type { RunHost, StageValue } from './host.ts';
import { cachedStage } from './stage-runner.ts';
import { choose } from './prepare-data.ts';

/** A trained victim that owns its tensors. `losses` is its training loss by step. */
export interface Victim extends TrainedModel {
  readonly losses: readonly number[];
  readonly seconds: number;
  readonly fromCache: boolean;
  dispose(): void;
}

export interface VictimProgress extends TrainingProgress {
  readonly model?: Model;
  readonly data?: TrainingData;
}

export async function buildModel({ id, params }: Component): Promise<Model> {
  const factory = await choose<ModelFactory>(implementations.models, id);
  return factory.create(params as never);
}

/** Trains a victim from scratch on the given interactions, or takes it from the cache. */
export async function* trainVictim(
  stage: string,
  component: Component,
  interactions: Interactions,
  rng: Rng,
  key: string,
  host: RunHost,
): AsyncGenerator<VictimProgress, Victim> {
  const model = await buildModel(component);
  const data: OwnedTrainingData = trainingData(interactions);
  let kept = false;
  try {
    const outcome = yield* cachedStage(host, key, () => trained(stage, model, data, rng, host));
    const parameters = unpacked(outcome.value.parameters);
    kept = true;
    const dispose = () => {
      tf.dispose(Object.values(parameters));
      data.dispose();
    };
    const { seconds, fromCache } = outcome;
    return { model, data, parameters, losses: [...outcome.value.losses], seconds, fromCache, dispose };
  } finally {
    if (!kept) data.dispose();
  }
}

type PackedTensors = Readonly<
  Record<string, { readonly shape: readonly number[]; readonly values: Float32Array }>
>;
type PackedVictim = { readonly parameters: PackedTensors; readonly losses: Float32Array } & StageValue;

async function* trained(
  stage: string,
  model: Model,
  data: TrainingData,
  rng: Rng,
  host: RunHost,
): AsyncGenerator<VictimProgress, PackedVictim> {
  const losses: number[] = [];
  const training: AsyncGenerator<TrainingProgress, NamedTensors> = trainModel(model, data, rng, host, stage);
  let next = await training.next();
  try {
    while (!next.done) {
      const loss = next.value.values?.['loss.train'];
      if (loss !== undefined) losses.push(loss);
      yield { ...next.value, model, data };
      next = await training.next();
    }
  } finally {
    if (!next.done) await training.return(undefined as never);
  }
  const packed: Record<string, { shape: readonly number[]; values: Float32Array }> = {};
  for (const [name, tensor] of Object.entries(next.value)) {
    packed[name] = { shape: tensor.shape, values: Float32Array.from(await tensor.data()) };
  }
  tf.dispose(Object.values(next.value));
  return { parameters: packed, losses: Float32Array.from(losses) };
}

function unpacked(packed: PackedTensors): NamedTensors {
  return Object.fromEntries(
    Object.entries(packed).map(([name, { shape, values }]) => [
      name,
      tf.tensor(values, [...shape], 'float32'),
    ]),
  );
}
