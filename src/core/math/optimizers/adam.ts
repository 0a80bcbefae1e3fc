import { tf, type Tensor } from '../../tensors.ts';
import { mapNamed, named, zerosLike } from '../named-tensors.ts';
import type { Optimizer } from './optimizer.ts';

export interface AdamOptions {
  readonly learningRate: number;
  readonly beta1?: number;
  readonly beta2?: number;
  readonly epsilon?: number;
  readonly weightDecay?: number;
  /** coupled: the decay joins the gradient (L2, PyTorch's Adam). decoupled: it shrinks the parameters directly (AdamW). */
  readonly decay?: 'coupled' | 'decoupled';
}

/**
 * Adam (Kingma & Ba 2015, Algorithm 1), with t = 1, 2, ...:
 * m <- b1 m + (1 - b1) g;  v <- b2 v + (1 - b2) g²;
 * p <- p - lr / (1 - b1^t) · m / (sqrt(v) / sqrt(1 - b2^t) + epsilon).
 * Coupled decay replaces g by g + weightDecay·p first; decoupled decay multiplies p by 1 - lr·weightDecay.
 * Slots: `first` (m) and `second` (v).
 *
 * The derivative of sqrt(v) at v = 0 is taken as 0: an entry that never had a gradient passes none back.
 */
export function adam(options: AdamOptions): Optimizer {
  const {
    learningRate,
    beta1 = 0.9,
    beta2 = 0.999,
    epsilon = 1e-8,
    weightDecay = 0,
    decay = 'coupled',
  } = options;
  const coupled = decay === 'coupled' ? weightDecay : 0;
  const shrink = decay === 'decoupled' ? 1 - learningRate * weightDecay : 1;
  const decayed = (gradient: Tensor, parameter: Tensor) =>
    coupled === 0 ? gradient : tf.add(gradient, tf.mul(parameter, coupled));
  const first = (moment: Tensor, gradient: Tensor) =>
    tf.add(tf.mul(moment, beta1), tf.mul(gradient, 1 - beta1));
  const second = (moment: Tensor, gradient: Tensor) =>
    tf.add(tf.mul(moment, beta2), tf.mul(tf.square(gradient), 1 - beta2));

  return {
    id: decay === 'decoupled' ? 'adamw' : 'adam',
    init: (parameters) => ({
      step: 0,
      slots: { first: zerosLike(parameters), second: zerosLike(parameters) },
    }),

    update({ parameters, optimizer }, gradient) {
      const step = optimizer.step + 1;
      const { first: m, second: v } = momentsOf(optimizer.slots);
      const scale = learningRate / (1 - beta1 ** step);
      const correction = 1 / Math.sqrt(1 - beta2 ** step);
      const effective = mapNamed(parameters, (p, g) => decayed(g, p), gradient);
      const newFirst = mapNamed(m, first, effective);
      const newSecond = mapNamed(v, second, effective);
      const moved = mapNamed(
        parameters,
        (p, m1, v1) => {
          const denominator = tf.add(tf.mul(tf.sqrt(v1), correction), epsilon);
          const kept = shrink === 1 ? p : tf.mul(p, shrink);
          return tf.sub(kept, tf.mul(tf.div(m1, denominator), scale));
        },
        newFirst,
        newSecond,
      );
      return { parameters: moved, optimizer: { step, slots: { first: newFirst, second: newSecond } } };
    },

    adjoint(before, gradient, after) {
      const step = before.optimizer.step + 1;
      const { first: m0, second: v0 } = momentsOf(before.optimizer.slots);
      const { first: mBarAfter, second: vBarAfter } = momentsOf(after.slots);
      const scale = learningRate / (1 - beta1 ** step);
      const correction = 1 / Math.sqrt(1 - beta2 ** step);
      const result = {
        parameters: {} as Record<string, Tensor>,
        gradient: {} as Record<string, Tensor>,
        first: {} as Record<string, Tensor>,
        second: {} as Record<string, Tensor>,
      };
      for (const [name, parameter] of Object.entries(before.parameters)) {
        const g = decayed(named(gradient, name), parameter);
        const m = first(named(m0, name), g);
        const root = tf.sqrt(second(named(v0, name), g));
        const denominator = tf.add(tf.mul(root, correction), epsilon);
        const bar = named(after.parameters, name);
        const step1 = tf.mul(tf.div(bar, denominator), scale); // lr/(1-b1^t) · p̄/d
        const mBar = tf.sub(named(mBarAfter, name), step1);
        // d p / d v = lr' m / d² · correction / (2 sqrt v), and 0 where v = 0
        const byRoot = tf.mul(tf.div(tf.mul(step1, m), denominator), correction / 2);
        const vBar = tf.add(named(vBarAfter, name), tf.divNoNan(byRoot, root));
        const gBar = tf.add(tf.mul(mBar, 1 - beta1), tf.mul(tf.mul(g, vBar), 2 * (1 - beta2)));
        const kept = shrink === 1 ? bar : tf.mul(bar, shrink);
        result.parameters[name] = coupled === 0 ? kept : tf.add(kept, tf.mul(gBar, coupled));
        result.gradient[name] = gBar;
        result.first[name] = tf.mul(mBar, beta1);
        result.second[name] = tf.mul(vBar, beta2);
      }
      const { parameters, first: firstBar, second: secondBar } = result;
      return {
        before: { parameters, slots: { first: firstBar, second: secondBar } },
        gradient: result.gradient,
      };
    },
  };
}

function momentsOf(slots: Readonly<Record<string, Readonly<Record<string, Tensor>>>>) {
  const { first, second } = slots;
  if (!first || !second) throw new Error('this state was not made by Adam');
  return { first, second };
}
