import type {
  Defense,
  FollowedHistory,
  Model,
  PlainTraining,
  TrainedModel,
  TrainingData,
  View,
} from '../contracts.ts';
import type { Interactions } from '../data/interactions.ts';
import { trainingData, type OwnedTrainingData } from '../data/training-data.ts';
import type { Rng } from '../math/rng.ts';
import type { Component } from '../params/fields.ts';
import { tf, type NamedTensors } from '../tensors.ts';
import { trainModel, type TrainingProgress } from '../training/train-model.ts';
import type { RunHost, StageValue } from './host.ts';
import { buildModel } from './build-model.ts';
import { packedTensors, unpackedTensors, type PackedTensors } from './packed-tensors.ts';
import { plainTraining } from './plain-training.ts';
import { runContext } from './run-context.ts';
import { cachedStage } from './stage-runner.ts';

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
  /** What a defense that trains has shown during this step. */
  readonly shown?: readonly View[];
}

/** How a victim is trained: what the user reads, its randomness, and the defense that trains it in place of its own training. */
export interface Training {
  readonly stage: string;
  readonly rng: Rng;
  readonly defense?: Defense | undefined;
  /** Where its plain training is kept, from which a defense may go on. */
  readonly plainKey?: string | undefined;
  /** The history that is looked at while it trains. */
  readonly followed?: () => FollowedHistory | undefined;
}

/** Trains a victim from scratch on the given interactions, or takes it from the cache. */
export async function* trainVictim(
  training: Training,
  component: Component,
  interactions: Interactions,
  key: string,
  host: RunHost,
): AsyncGenerator<VictimProgress, Victim> {
  const model = await buildModel(component);
  const data: OwnedTrainingData = trainingData(interactions);
  let kept = false;
  try {
    const outcome = yield* cachedStage(host, key, () => trained(training, model, data, host));
    const parameters = unpackedTensors(outcome.value.parameters);
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

/** A trained victim as the cache keeps it. */
export type PackedVictim = { readonly parameters: PackedTensors; readonly losses: Float32Array } & StageValue;

async function* trained(
  { stage, rng, defense, plainKey, followed }: Training,
  model: Model,
  data: TrainingData,
  host: RunHost,
): AsyncGenerator<VictimProgress, PackedVictim> {
  const losses: number[] = [];
  const views: View[] = [];
  const emit = (view: View) => void views.push(view);
  const checkpoint = async () => undefined;
  const context = runContext({ rng, emit, checkpoint, restored: undefined, followed }, host);
  const plain: PlainTraining = (named) =>
    plainTraining({ stage: named, rng, key: plainKey }, model, data, host);
  const training: AsyncGenerator<TrainingProgress, NamedTensors> =
    defense?.train?.(model, data, context, stage, plain) ?? trainModel(model, data, rng, host, stage);
  let next = await training.next();
  try {
    while (!next.done) {
      const loss = next.value.values?.['loss.train'];
      if (loss !== undefined) losses.push(loss);
      yield { ...next.value, model, data, shown: views.splice(0) };
      next = await training.next();
    }
  } finally {
    if (!next.done) await training.return(undefined as never);
  }
  const parameters = await packedTensors(next.value);
  tf.dispose(Object.values(next.value));
  return { parameters, losses: Float32Array.from(losses) };
}
