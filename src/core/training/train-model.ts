import type { Direct, Model, Pacing, Trainable, TrainingData } from '../contracts.ts';
import { valueAndGradient } from '../math/autodiff.ts';
import type { TrainingState } from '../math/optimizers/optimizer.ts';
import type { Rng } from '../math/rng.ts';
import { tidy, type NamedTensors, type Scalar } from '../tensors.ts';
import { trainingLoop, type StepOutcome, type TrainingProgress } from './train-loop.ts';

export type { TrainingProgress } from './train-loop.ts';

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
  const { epochs } = model;
  const advance = (before: TrainingState, batch: () => unknown) => plainStep(model, before, batch);
  return yield* trainingLoop({ model, data, rng, pacing, stage, epochs, validates: true, advance });
}

/** One step of the model's own optimizer on its own loss. */
export async function plainStep(
  model: Trainable,
  before: TrainingState,
  batch: () => unknown,
): Promise<StepOutcome> {
  const { loss, after } = tidy(() => {
    const { value, gradient } = lossAndGradient(model, before.parameters, batch());
    return { loss: value, after: model.optimizer.update(before, gradient) };
  });
  return { after, values: { 'loss.train': await scalarValue(loss) } };
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
