import type { Pacing, Progress, Trainable, TrainingData } from '../contracts.ts';
import { notFinite } from '../errors.ts';
import { mapNamed } from '../math/named-tensors.ts';
import type { TrainingState } from '../math/optimizers/optimizer.ts';
import { disposeSlots, disposeState, initialState } from '../math/optimizers/training-state.ts';
import type { Rng } from '../math/rng.ts';
import { tf, type NamedTensors } from '../tensors.ts';

export interface TrainingProgress extends Progress {
  /** Parameters after this step; valid until the generator is asked for the next. */
  readonly parameters?: NamedTensors;
  /** Set on the step that ends this epoch, counted from 1. */
  readonly epoch?: number;
  /** Metrics after this epoch, where they are known without the parameters: of a training that is only told again. */
  readonly known?: Readonly<Record<string, number | null>>;
}

/** Where a step (from 0) of a training of so many epochs stands. */
export function placeOfStep(
  step: number,
  epochs: number,
  perEpoch: number,
): Pick<TrainingProgress, 'level' | 'done' | 'total' | 'unit' | 'epoch'> {
  const ended = (step + 1) / perEpoch;
  return {
    level: 'inner',
    done: step + 1,
    total: epochs * perEpoch,
    unit: perEpoch === 1 ? 'epochs' : 'batches',
    ...(Number.isInteger(ended) && { epoch: ended }),
  };
}

/** What one step made of the state: the caller of the step owns both states. `values` joins the live values. */
export interface StepOutcome {
  readonly after: TrainingState;
  readonly values: Readonly<Record<string, number>> & { readonly 'loss.train': number };
}

export interface TrainingLoop {
  readonly model: Trainable;
  readonly data: TrainingData;
  readonly rng: Rng;
  readonly pacing: Pacing;
  /** Which work, as a user reads it. */
  readonly stage: string;
  readonly epochs: number;
  /** Where training starts; the caller keeps it. The model's own initial parameters where absent. */
  readonly start?: NamedTensors;
  /** Whether the model's validation chooses the parameters and ends training; otherwise the last ones are kept. */
  readonly validates: boolean;
  /** Other losses of a step that end the run when they leave the finite numbers: whose they are, and what to change. */
  readonly finite?: Readonly<Record<string, { readonly what: string; readonly hint: string }>>;
  /** One step. The batch is made when asked for, so that its tensors die with the step's tidy. */
  advance(before: TrainingState, batch: () => unknown, step: number): Promise<StepOutcome>;
}

/**
 * The loop that every training shares: batches by index, one yield a step, early stopping, and disposal of everything when it is left early.
 * Returns the parameters, which the caller owns. Throws `not-finite` as soon as a loss leaves the finite numbers.
 */
export async function* trainingLoop(loop: TrainingLoop): AsyncGenerator<TrainingProgress, NamedTensors> {
  const { model, data, rng, pacing, stage } = loop;
  const perEpoch = model.batchesPerEpoch(data);
  const total = loop.epochs * perEpoch;
  const initial = loop.start ?? model.init(rng.stream('init'), data);
  let state = initialState(initial, model.optimizer);
  if (!loop.start) tf.dispose(Object.values(initial));
  const best = loop.validates && model.validation ? new BestSoFar(model.validation.patience) : undefined;
  let finished = false;
  try {
    for (let step = 0; step < total; step++) {
      await pacing.yieldNow();
      const batch = () => batchOf(model, data, rng, step, perEpoch);
      const { after, values } = await loop.advance(state, batch, step);
      disposeState(state);
      state = after;
      const epoch = Math.floor(step / perEpoch) + 1;
      checkFinite(values, epoch, {
        'loss.train': { what: `${stage}: the training loss`, hint: 'Lower the learning rate of the model.' },
        ...loop.finite,
      });
      const endsEpoch = (step + 1) % perEpoch === 0;
      let validated: number | undefined;
      if (best && model.validation && endsEpoch && epoch % model.validation.everyEpochs === 0) {
        validated = await model.validation.score(state.parameters, data, () => pacing.yieldNow());
        best.offer(state.parameters, validated);
      }
      yield {
        ...placeOfStep(step, loop.epochs, perEpoch),
        stage,
        values: { ...values, ...(validated !== undefined && { 'validation.ndcg@10': validated }) },
        parameters: state.parameters,
      };
      if (best?.isOver) break;
    }
    const chosen = best?.take();
    if (!chosen) {
      finished = true;
      disposeSlots(state.optimizer.slots);
    }
    return chosen ?? state.parameters;
  } finally {
    best?.dispose();
    if (!finished) disposeState(state);
  }
}

function checkFinite(
  values: StepOutcome['values'],
  epoch: number,
  losses: NonNullable<TrainingLoop['finite']>,
): void {
  for (const [name, { what, hint }] of Object.entries(losses)) {
    const value: number | undefined = values[name as keyof typeof values];
    if (value !== undefined && !Number.isFinite(value)) throw notFinite(`${what} of epoch ${epoch}`, hint);
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

/** The parameters of the best validation, and how many worse ones came after it. */
class BestSoFar {
  readonly #patience: number;
  #parameters: NamedTensors | undefined;
  #value = Number.NEGATIVE_INFINITY;
  #worse = 0;

  constructor(patience: number) {
    this.#patience = patience;
  }

  get isOver(): boolean {
    return this.#worse >= this.#patience;
  }

  offer(parameters: NamedTensors, value: number): void {
    if (!(value > this.#value)) {
      this.#worse += 1;
      return;
    }
    this.dispose();
    this.#parameters = mapNamed(parameters, (tensor) => tf.clone(tensor));
    this.#value = value;
    this.#worse = 0;
  }

  take(): NamedTensors | undefined {
    const parameters = this.#parameters;
    this.#parameters = undefined;
    return parameters;
  }

  dispose(): void {
    if (this.#parameters) tf.dispose(Object.values(this.#parameters));
    this.#parameters = undefined;
  }
}
