import { tf, type NamedTensors } from '../../tensors.ts';
import { bytesOf, mapNamed } from '../named-tensors.ts';
import type { Optimizer, TrainingState } from './optimizer.ts';

/** A state of its own (parameters are cloned, so that disposing it leaves the caller's tensors alone). */
export function initialState(parameters: NamedTensors, optimizer: Optimizer): TrainingState {
  return {
    parameters: mapNamed(parameters, (tensor) => tf.clone(tensor)),
    optimizer: optimizer.init(parameters),
  };
}

export function disposeState(state: TrainingState): void {
  tf.dispose(Object.values(state.parameters));
  disposeSlots(state.optimizer.slots);
}

export function disposeSlots(slots: Readonly<Record<string, NamedTensors>>): void {
  for (const tensors of Object.values(slots)) tf.dispose(Object.values(tensors));
}

export function stateBytes(state: TrainingState): number {
  const slots = Object.values(state.optimizer.slots).reduce((sum, tensors) => sum + bytesOf(tensors), 0);
  return bytesOf(state.parameters) + slots;
}

export function mapSlots(
  slots: Readonly<Record<string, NamedTensors>>,
  map: (tensors: NamedTensors) => NamedTensors,
): Readonly<Record<string, NamedTensors>> {
  return Object.fromEntries(Object.entries(slots).map(([slot, tensors]) => [slot, map(tensors)]));
}
