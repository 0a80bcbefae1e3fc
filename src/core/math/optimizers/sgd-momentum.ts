import { tf, type Tensor } from '../../tensors.ts';
import { mapNamed, zerosLike } from '../named-tensors.ts';
import type { Optimizer } from './optimizer.ts';

export interface SgdMomentumOptions {
  readonly learningRate: number;
  readonly momentum?: number;
}

/** Gradient descent with heavy-ball momentum, PyTorch's form: b <- momentum b + g; p <- p - lr b. Slot: `buffer`. */
export function sgdMomentum({ learningRate, momentum = 0 }: SgdMomentumOptions): Optimizer {
  return {
    id: 'sgd-momentum',
    init: (parameters) => ({ step: 0, slots: { buffer: zerosLike(parameters) } }),

    update({ parameters, optimizer }, gradient) {
      const buffer = mapNamed(bufferOf(optimizer.slots), (b, g) => tf.add(tf.mul(b, momentum), g), gradient);
      const moved = mapNamed(parameters, (p, b) => tf.sub(p, tf.mul(b, learningRate)), buffer);
      return { parameters: moved, optimizer: { step: optimizer.step + 1, slots: { buffer } } };
    },

    adjoint(_before, _gradient, after) {
      const gradient = mapNamed(
        bufferOf(after.slots),
        (bBar, pBar) => tf.sub(bBar, tf.mul(pBar, learningRate)),
        after.parameters,
      );
      const buffer = mapNamed(gradient, (gBar) => tf.mul(gBar, momentum));
      return { before: { parameters: after.parameters, slots: { buffer } }, gradient };
    },
  };
}

function bufferOf(slots: Readonly<Record<string, Readonly<Record<string, Tensor>>>>) {
  const { buffer } = slots;
  if (!buffer) throw new Error('this state was not made by SGD with momentum');
  return buffer;
}
