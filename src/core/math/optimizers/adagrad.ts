import { tf, type Tensor } from '../../tensors.ts';
import { mapNamed, named } from '../named-tensors.ts';
import type { Optimizer } from './optimizer.ts';

export interface AdagradOptions {
  readonly learningRate: number;
  /** Start value of the accumulator; TensorFlow's default, so that the first step is finite without an epsilon. */
  readonly initialAccumulator?: number;
}

/**
 * Adagrad (Duchi et al. 2011), TensorFlow's form: a <- a + g²; p <- p - lr g / sqrt(a), a = initialAccumulator at the start,
 * no epsilon. Slot: `accumulator`. With an initial accumulator of 0, a place without gradient stays where it is.
 */
export function adagrad({ learningRate, initialAccumulator = 0.1 }: AdagradOptions): Optimizer {
  const grown = (accumulator: Tensor, gradient: Tensor) => tf.add(accumulator, tf.square(gradient));
  return {
    id: 'adagrad',
    init: (parameters) => ({
      step: 0,
      slots: { accumulator: mapNamed(parameters, (p) => tf.fill(p.shape, initialAccumulator)) },
    }),

    update({ parameters, optimizer }, gradient) {
      const accumulator = mapNamed(accumulatorOf(optimizer.slots), grown, gradient);
      const moved = mapNamed(
        parameters,
        (p, g, a) => tf.sub(p, tf.mul(tf.divNoNan(g, tf.sqrt(a)), learningRate)),
        gradient,
        accumulator,
      );
      return { parameters: moved, optimizer: { step: optimizer.step + 1, slots: { accumulator } } };
    },

    adjoint(before, gradient, after) {
      const gradientBar: Record<string, Tensor> = {};
      const accumulator = mapNamed(
        accumulatorOf(before.optimizer.slots),
        (a0, g, pBar, aBarAfter) => {
          const root = tf.sqrt(grown(a0, g));
          const byRoot = tf.mul(tf.divNoNan(pBar, root), learningRate); // lr p̄ / sqrt(a)
          // d p / d a = lr g / (2 a^1.5)
          return tf.add(aBarAfter, tf.mul(tf.divNoNan(tf.divNoNan(tf.mul(byRoot, g), root), root), 0.5));
        },
        gradient,
        after.parameters,
        accumulatorOf(after.slots),
      );
      for (const [name, aBar] of Object.entries(accumulator)) {
        const g = named(gradient, name);
        const root = tf.sqrt(grown(named(accumulatorOf(before.optimizer.slots), name), g));
        const direct = tf.mul(tf.divNoNan(named(after.parameters, name), root), -learningRate);
        gradientBar[name] = tf.add(direct, tf.mul(tf.mul(g, aBar), 2));
      }
      return { before: { parameters: after.parameters, slots: { accumulator } }, gradient: gradientBar };
    },
  };
}

function accumulatorOf(slots: Readonly<Record<string, Readonly<Record<string, Tensor>>>>) {
  const { accumulator } = slots;
  if (!accumulator) throw new Error('this state was not made by Adagrad');
  return accumulator;
}
