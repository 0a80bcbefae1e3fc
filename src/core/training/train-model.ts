import type { Direct, Model, Pacing, Progress, Trainable, TrainingData } from '../contracts.ts';
import { notFinite } from '../errors.ts';
import { valueAndGradient } from '../math/autodiff.ts';
import { disposeSlots, disposeState, initialState } from '../math/optimizers/training-state.ts';
import type { Rng } from '../math/rng.ts';
import { tf, tidy, type NamedTensors, type Scalar } from '../tensors.ts';

export interface TrainingProgress extends Progress {
  /** Parameters after this step; valid until the generator is asked for the next. */
  readonly parameters?: NamedTensors;
  /** Set on the step that ends this epoch, counted from 1. */
  readonly epoch?: number;
}

/**
 * Trains a model from scratch and returns its parameters, which the caller owns. One yield a step, with the training loss
 * before that step as `loss.train`. Leaving the generator early disposes everything.
 * Throws `not-finite` with the epoch and learning-rate hint as soon as the loss leaves the finite numbers.
 */
export async function* trainModel(
  model: Model,
  data: TrainingData,
  rng: Rng,
  pacing: Pacing,
  stage: string,
): AsyncGenerator<TrainingProgress, NamedTensors> {
  if (model.kind === 'direct') return yield* fitted(model, data, rng, pacing, stage);
  const perEpoch = model.batchesPerEpoch(data);
  const total = model.epochs * perEpoch;
  const initial = model.init(rng.stream('init'), data);
  let state = initialState(initial, model.optimizer);
  tf.dispose(Object.values(initial));
  let finished = false;
  try {
    for (let step = 0; step < total; step++) {
      await pacing.yieldNow();
      const before = state;
      const { loss, after } = tidy(() => {
        const batch = batchOf(model, data, rng, step, perEpoch);
        const { value, gradient } = lossAndGradient(model, before.parameters, batch);
        return { loss: value, after: model.optimizer.update(before, gradient) };
      });
      disposeState(before);
      state = after;
      const value = await scalarValue(loss);
      const epoch = Math.floor(step / perEpoch);
      if (!Number.isFinite(value)) {
        throw notFinite(
          `${stage}: the training loss of epoch ${epoch + 1}`,
          'Lower the learning rate of the model.',
        );
      }
      yield {
        level: 'inner',
        stage,
        done: step + 1,
        total,
        unit: perEpoch === 1 ? 'epochs' : 'batches',
        values: { 'loss.train': value },
        parameters: state.parameters,
        ...((step + 1) % perEpoch === 0 && { epoch: epoch + 1 }),
      };
    }
    finished = true;
    disposeSlots(state.optimizer.slots);
    return state.parameters;
  } finally {
    if (!finished) disposeState(state);
  }
}

/** A direct model reports under the name of the stage it is part of. */
async function* fitted(
  model: Direct,
  data: TrainingData,
  rng: Rng,
  pacing: Pacing,
  stage: string,
): AsyncGenerator<TrainingProgress, NamedTensors> {
  const fitting = model.fit(data, rng, pacing);
  let next = await fitting.next();
  try {
    while (!next.done) {
      yield { ...next.value, stage };
      next = await fitting.next();
    }
    return next.value;
  } finally {
    if (!next.done) await fitting.return(undefined as never);
  }
}

/** The batch of a global step, replayable: shuffles come from the stream of their epoch. */
export function batchOf(
  model: Trainable,
  data: TrainingData,
  rng: Rng,
  step: number,
  perEpoch: number,
): unknown {
  return model.batch(data, Math.floor(step / perEpoch), step % perEpoch, rng.stream('batches'));
}

/** Loss and gradient at once; a hand-written gradient is used where the model has one. */
function lossAndGradient(model: Trainable, parameters: NamedTensors, batch: unknown) {
  if (model.gradient)
    return { value: model.loss(parameters, batch), gradient: model.gradient(parameters, batch) };
  return valueAndGradient((point) => model.loss(point, batch), parameters);
}

/** Reads a scalar and disposes it. */
export async function scalarValue(scalar: Scalar): Promise<number> {
  try {
    return (await scalar.data())[0] ?? Number.NaN;
  } finally {
    scalar.dispose();
  }
}
