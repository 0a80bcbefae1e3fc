import { named } from '../math/named-tensors.ts';
import type { Optimizer } from '../math/optimizers/optimizer.ts';
import { tf, type Tensor } from '../tensors.ts';

/**
 * Decoupled weight decay (AdamW) on some tensors only, usually all but biases and norms: p <- p (1 - shrink) before the update of an
 * optimizer that has no decay of its own; the two commute because such an update adds a step that does not read p.
 */
export function decaying(optimizer: Optimizer, shrink: number, decays: (name: string) => boolean): Optimizer {
  const shrunk = (name: string, tensor: Tensor) => (decays(name) ? tf.mul(tensor, 1 - shrink) : tensor);
  const each = (tensors: Readonly<Record<string, Tensor>>) =>
    Object.fromEntries(Object.keys(tensors).map((name) => [name, shrunk(name, named(tensors, name))]));
  return {
    ...optimizer,
    update: (state, gradient) => optimizer.update({ ...state, parameters: each(state.parameters) }, gradient),
    adjoint(before, gradient, after) {
      const back = optimizer.adjoint({ ...before, parameters: each(before.parameters) }, gradient, after);
      return { ...back, before: { ...back.before, parameters: each(back.before.parameters) } };
    },
  };
}
