import { trainingData } from '../data/training-data.ts';
import { createRng } from '../math/rng.ts';
import type { Component } from '../params/fields.ts';
import { tf } from '../tensors.ts';
import { trainModel } from '../training/train-model.ts';
import { buildModel } from './build-model.ts';
import type { RunHost } from './host.ts';
import type { PreparedData } from './prepare-data.ts';
import { areEnough, typicalStep } from './step-times.ts';

/** What a training takes by its first steps. A model that is fitted in one go has one epoch of one step. */
export interface TrainingTrial {
  readonly stepSeconds: number;
  readonly stepsPerEpoch: number;
  /** Of the whole training. */
  readonly seconds: number;
  readonly bytes: number;
}

/** Trains a model on the prepared data for about half a second. */
export async function tryTraining(
  component: Component,
  prepared: PreparedData,
  host: RunHost,
): Promise<TrainingTrial> {
  const model = await buildModel(component);
  const data = trainingData(prepared.train);
  const training = trainModel(model, data, createRng('trial'), host, 'trial');
  const seconds: number[] = [];
  let bytes = 0;
  let share = 1;
  try {
    let from = host.now();
    for (;;) {
      const next = await training.next();
      const now = host.now();
      bytes = Math.max(bytes, host.tensorBytes());
      if (next.done) {
        tf.dispose(Object.values(next.value));
        share = 1;
        if (model.kind === 'direct') seconds.push((now - from) / 1000);
        break;
      }
      seconds.push((now - from) / 1000);
      from = now;
      share = next.value.done / next.value.total;
      if (areEnough(seconds)) break;
    }
  } finally {
    await training.return(undefined as never);
    data.dispose();
  }
  const isDirect = model.kind === 'direct';
  const stepSeconds = isDirect ? seconds.reduce((sum, one) => sum + one, 0) / share : typicalStep(seconds);
  const stepsPerEpoch = isDirect ? 1 : model.batchesPerEpoch(data);
  const epochs = isDirect ? 1 : model.epochs;
  return { stepSeconds, stepsPerEpoch, seconds: stepSeconds * stepsPerEpoch * epochs, bytes: bytes * 2 };
}
