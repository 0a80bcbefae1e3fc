import { tf, tidy, type NamedTensors, type Scalar } from '../tensors.ts';
import { valueAndGradient } from './autodiff.ts';
import { addNamed, mapNamed, zerosLike } from './named-tensors.ts';
import type { Optimizer, StateCotangent, TrainingState } from './optimizers/optimizer.ts';
import {
  disposeSlots,
  disposeState,
  initialState,
  mapSlots,
  stateBytes,
} from './optimizers/training-state.ts';
import { disposeKept, TrainingTrail, type KeptStep } from './training-trail.ts';

/**
 * A training run of L steps, written so that every step can be redone from its index, and an outer scalar of its outcome.
 * `variables` are the tensors that the hypergradient is taken by: fake profiles, labels, an adjacency matrix.
 */
export interface UnrolledTraining {
  readonly optimizer: Optimizer;
  readonly steps: number; // L
  readonly initial: NamedTensors;
  readonly variables: NamedTensors;
  gradient(parameters: NamedTensors, step: number): NamedTensors;
  hessianVector(
    parameters: NamedTensors,
    step: number,
    direction: NamedTensors,
  ): { readonly parameters: NamedTensors; readonly variables: NamedTensors };
  /** The outer scalar, or one of `outerParts` terms of it: large ones are summed up part by part. */
  outer(parameters: NamedTensors, variables: NamedTensors, part: number): Scalar;
  readonly outerParts?: number;
}

export interface HypergradientOptions {
  /** How many of the last steps are differentiated; 0 gives the partial derivative alone, L the exact gradient. */
  readonly unrollSteps: number;
  /** Training states are all kept while they fit into this; beyond it every sqrt(L)-th is, and the others are redone. */
  readonly keepBytes?: number;
}

export interface HypergradientProgress {
  readonly direction: 'forward' | 'backward';
  readonly done: number;
  readonly total: number;
}

/** Owned by the caller, who disposes it. */
export interface Hypergradient {
  readonly loss: Scalar;
  readonly gradient: NamedTensors;
  /** Parameters at the end of training. */
  readonly parameters: NamedTensors;
}

/**
 * The derivative of outer(theta_L, x) by x through the last `unrollSteps` steps of training: Tang et al. 2020, Eq. 4 with Eq. 7
 * (exact, unrollSteps = L) and Eq. 9 (truncated). Steps before those are constants, the optimizer's moments among them.
 *
 * Reverse sweep: from the cotangent of the state after step l, the optimizer's adjoint gives the cotangent g' of that step's
 * gradient; then theta' += H g' and x' += (d² loss / dx dtheta) g'. No tape spans more than one step. Memory O(L) states while
 * that fits `keepBytes`, else O(sqrt L) for one more forward pass.
 */
export async function* hypergradient(
  training: UnrolledTraining,
  { unrollSteps, keepBytes = 48e6 }: HypergradientOptions,
): AsyncGenerator<HypergradientProgress, Hypergradient> {
  const { steps, optimizer } = training;
  if (!(unrollSteps >= 0 && unrollSteps <= steps)) {
    throw new RangeError(`hypergradient: unrollSteps must be between 0 and ${steps}, got ${unrollSteps}`);
  }
  const first = steps - unrollSteps;
  const trail = new TrainingTrail(training);
  let sweep: Sweep | undefined;
  try {
    let state = initialState(training.initial, optimizer);
    const stride = strideOf(stateBytes(state), unrollSteps, keepBytes);
    for (let step = 0; step < steps; step++) {
      const keeps = step >= first && (step - first) % stride === 0;
      state = trail.advance(state, step, keeps, stride === 1);
      yield { direction: 'forward', done: step + 1, total: steps };
    }
    trail.keepEnd(state);

    sweep = outerDerivative(training, state);
    for (let step = steps - 1; step >= first; step--) {
      if (!trail.has(step)) {
        for (let at = first + Math.floor((step - first) / stride) * stride; at < step; at++) {
          trail.redo(at);
          yield { direction: 'backward', done: steps - 1 - step, total: unrollSteps };
        }
      }
      sweep = sweepStep(training, trail.take(step), sweep, step);
      yield { direction: 'backward', done: steps - step, total: unrollSteps };
    }
    const { loss, variables, bar } = sweep;
    sweep = undefined;
    disposeState({ parameters: bar.parameters, optimizer: { step: 0, slots: bar.slots } });
    return { loss, gradient: variables, parameters: trail.takeEnd() };
  } finally {
    trail.dispose();
    if (sweep) disposeSweep(sweep);
  }
}

/** Every state is kept while they fit; otherwise every sqrt(L)-th. */
export function strideOf(bytesPerState: number, unrollSteps: number, keepBytes: number): number {
  const bytesPerStep = (bytesPerState * 4) / 3; // the gradient is kept too
  return bytesPerStep * unrollSteps <= keepBytes ? 1 : Math.max(1, Math.ceil(Math.sqrt(unrollSteps)));
}

/** What the reverse sweep carries: the outer loss, the cotangent of the state, and the hypergradient so far. */
interface Sweep {
  readonly loss: Scalar;
  readonly bar: StateCotangent;
  readonly variables: NamedTensors;
}

function disposeSweep({ loss, bar, variables }: Sweep): void {
  loss.dispose();
  tf.dispose(Object.values(bar.parameters));
  disposeSlots(bar.slots);
  tf.dispose(Object.values(variables));
}

/** Start of the sweep: the outer loss and its direct derivatives (the first term of Eq. 4 and the factor of the second). */
function outerDerivative(training: UnrolledTraining, { parameters, optimizer }: TrainingState): Sweep {
  const at = { ...prefixed(parameters, 'p.'), ...prefixed(training.variables, 'v.') };
  return tidy(() => {
    let sum: NamedTensors | undefined;
    for (let part = 0; part < (training.outerParts ?? 1); part++) {
      sum = tidy(() => {
        const { value, gradient } = valueAndGradient(
          (all) => training.outer(withPrefix(all, 'p.'), withPrefix(all, 'v.'), part),
          at,
        );
        const next: NamedTensors = { ...gradient, loss: value };
        return sum ? addNamed(sum, next) : next;
      });
    }
    const { loss, ...gradient } = sum as NamedTensors;
    return {
      loss: loss as Scalar,
      bar: { parameters: withPrefix(gradient, 'p.'), slots: mapSlots(optimizer.slots, zerosLike) },
      variables: withPrefix(gradient, 'v.'),
    };
  });
}

/** One step backwards. Disposes the sweep it was given and the kept step. */
function sweepStep(training: UnrolledTraining, kept: KeptStep, sweep: Sweep, step: number): Sweep {
  const next = tidy(() => {
    const { parameters } = kept.before;
    const gradient = kept.gradient ?? training.gradient(parameters, step);
    const back = training.optimizer.adjoint(kept.before, gradient, sweep.bar);
    const product = training.hessianVector(parameters, step, back.gradient);
    return {
      bar: {
        parameters: addNamed(back.before.parameters, product.parameters),
        slots: mapSlots(back.before.slots, (tensors) => mapNamed(tensors, (tensor) => tf.clone(tensor))),
      },
      variables: addNamed(sweep.variables, product.variables),
    };
  });
  disposeKept(kept);
  disposeSweep({ ...sweep, loss: tf.clone(sweep.loss) });
  return { loss: sweep.loss, ...next };
}

function prefixed(tensors: NamedTensors, prefix: string): NamedTensors {
  return Object.fromEntries(Object.entries(tensors).map(([name, tensor]) => [prefix + name, tensor]));
}

function withPrefix(tensors: NamedTensors, prefix: string): NamedTensors {
  const chosen = Object.entries(tensors).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(chosen.map(([name, tensor]) => [name.slice(prefix.length), tensor]));
}
