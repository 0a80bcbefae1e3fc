import { tf, tidy, type NamedTensors } from '../tensors.ts';
import type { Optimizer, TrainingState } from './optimizers/optimizer.ts';
import { disposeSlots, disposeState } from './optimizers/training-state.ts';

/** The state before a step, and that step's gradient when there is room for it. */
export interface KeptStep {
  readonly before: TrainingState;
  readonly gradient: NamedTensors | undefined;
}

export function disposeKept(kept: KeptStep): void {
  disposeState(kept.before);
  if (kept.gradient) tf.dispose(Object.values(kept.gradient));
}

/** What a trail needs of a training run. */
interface Steps {
  readonly optimizer: Optimizer;
  gradient(parameters: NamedTensors, step: number): NamedTensors;
}

/** The states that a training run left behind for the reverse sweep. Owns every tensor it keeps. */
export class TrainingTrail {
  readonly #training: Steps;
  readonly #kept = new Map<number, KeptStep>();
  #end: TrainingState | undefined;

  constructor(training: Steps) {
    this.#training = training;
  }

  has(step: number): boolean {
    return this.#kept.has(step);
  }

  /** Takes one training step; the state before it is kept (with its gradient, if asked) or disposed. */
  advance(before: TrainingState, step: number, keeps: boolean, withGradient: boolean): TrainingState {
    this.#end = before;
    const { after, gradient } = tidy(() => {
      const g = this.#training.gradient(before.parameters, step);
      return {
        after: this.#training.optimizer.update(before, g),
        gradient: keeps && withGradient ? g : undefined,
      };
    });
    if (keeps) this.#kept.set(step, { before, gradient });
    else disposeState(before);
    this.#end = after;
    return after;
  }

  /** Redoes a kept step, so that the state before the next step is kept too. */
  redo(step: number): void {
    const { before } = this.take(step, false);
    const after = tidy(() =>
      this.#training.optimizer.update(before, this.#training.gradient(before.parameters, step)),
    );
    this.#kept.set(step + 1, { before: after, gradient: undefined });
  }

  /** The kept step; from then on the caller owns it, unless it is only looked at. */
  take(step: number, remove = true): KeptStep {
    const kept = this.#kept.get(step);
    if (!kept) throw new Error(`the state before step ${step} was not kept`);
    if (remove) this.#kept.delete(step);
    return kept;
  }

  keepEnd(state: TrainingState): void {
    this.#end = state;
  }

  /** Parameters at the end of training, owned by the caller; the optimizer's slots are disposed. */
  takeEnd(): NamedTensors {
    const end = this.#end;
    if (!end) throw new Error('training has not ended');
    this.#end = undefined;
    disposeSlots(end.optimizer.slots);
    return end.parameters;
  }

  dispose(): void {
    for (const kept of this.#kept.values()) disposeKept(kept);
    this.#kept.clear();
    if (this.#end) disposeState(this.#end);
    this.#end = undefined;
  }
}
