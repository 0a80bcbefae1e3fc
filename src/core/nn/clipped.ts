import { mapNamed } from '../math/named-tensors.ts';
import type { Optimizer } from '../math/optimizers/optimizer.ts';
import { tf, type Tensor } from '../tensors.ts';

/**
 * An optimizer whose gradients are shortened first: each tensor by itself to the norm `maximum`, as the authors of the extraction attack
 * do it (not all tensors together). g <- g min(1, maximum / ‖g‖).
 */
export function clipped(optimizer: Optimizer, maximum: number): Optimizer {
  const scaleOf = (gradient: Tensor) =>
    tf.minimum(1, tf.divNoNan(tf.scalar(maximum), tf.maximum(tf.norm(gradient), 1e-30)));
  const shorten = (gradient: Tensor) => tf.mul(gradient, scaleOf(gradient));
  return {
    ...optimizer,
    update: (state, gradient) => optimizer.update(state, mapNamed(gradient, shorten)),
    adjoint(before, gradient, after) {
      const back = optimizer.adjoint(before, mapNamed(gradient, shorten), after);
      const adjusted = mapNamed(
        gradient,
        (g, ...[bar]) => {
          const cotangent = bar as Tensor;
          const scale = scaleOf(g);
          const along = tf.divNoNan(tf.sum(tf.mul(g, cotangent)), tf.sum(tf.square(g)));
          const turned = tf.sub(cotangent, tf.mul(g, along)); // the part along g has constant length
          return tf.where(tf.less(scale, 1), tf.mul(turned, scale), cotangent);
        },
        back.gradient,
      );
      return { before: back.before, gradient: adjusted };
    },
  };
}
