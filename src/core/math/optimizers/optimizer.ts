import type { NamedTensors } from '../../tensors.ts';

/** What an optimizer remembers: how many steps it took, and its slots (moments, buffers), each shaped like the parameters. */
export interface OptimizerState {
  readonly step: number;
  readonly slots: Readonly<Record<string, NamedTensors>>;
}

/** Parameters together with the optimizer's state: what one training step maps to the next. */
export interface TrainingState {
  readonly parameters: NamedTensors;
  readonly optimizer: OptimizerState;
}

/** A cotangent: the derivative of some scalar by every tensor of a training state. */
export interface StateCotangent {
  readonly parameters: NamedTensors;
  readonly slots: Readonly<Record<string, NamedTensors>>;
}

/**
 * An optimizer is pure functions: state goes in and comes out. `adjoint` is the exact transpose of the derivative of `update`,
 * so that any training loop can be swept backwards without a tape over the optimizer.
 */
export interface Optimizer {
  readonly id: string;
  init(parameters: NamedTensors): OptimizerState;
  update(state: TrainingState, gradient: NamedTensors): TrainingState;
  /** Cotangents of the state and gradient before `update`, from the cotangent of the state after it. */
  adjoint(
    before: TrainingState,
    gradient: NamedTensors,
    after: StateCotangent,
  ): { readonly before: StateCotangent; readonly gradient: NamedTensors };
}
