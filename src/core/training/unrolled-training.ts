import type { Trainable, TrainingData, Variables } from '../contracts.ts';
import { hessianVectorProduct, valueAndGradient } from '../math/autodiff.ts';
import type { UnrolledTraining } from '../math/hypergradient.ts';
import type { Rng } from '../math/rng.ts';
import type { NamedTensors, Scalar } from '../tensors.ts';
import { batchOf } from './train-loop.ts';

/**
 * A Trainable's training from scratch as the reverse sweep reads it, with the variables of `data` as what is differentiated.
 * Hand-written gradients and Hessian-vector products are used where the model has them (the closed-form adjoint), and
 * nested automatic differentiation elsewhere; `closedForm: false` forces the latter.
 * `outerParts` says in how many terms `outer` comes. The caller owns `initial` and disposes it.
 */
export function unrolledTraining(
  model: Trainable,
  data: TrainingData,
  rng: Rng,
  outer: (parameters: NamedTensors, data: TrainingData, part: number) => Scalar,
  { closedForm = true, outerParts = 1 }: { readonly closedForm?: boolean; readonly outerParts?: number } = {},
): UnrolledTraining {
  const perEpoch = model.batchesPerEpoch(data);
  const variables = data.variables as NamedTensors;
  const withVariables = (changed: NamedTensors): TrainingData => ({
    ...data,
    variables: changed as Variables,
  });
  const lossAt = (step: number) => (parameters: NamedTensors, changed: NamedTensors) =>
    model.loss(parameters, batchOf(model, withVariables(changed), rng, step, perEpoch));

  return {
    optimizer: model.optimizer,
    steps: model.epochs * perEpoch,
    initial: model.init(rng.stream('init'), data),
    variables,
    gradient(parameters, step) {
      if (closedForm && model.gradient)
        return model.gradient(parameters, batchOf(model, data, rng, step, perEpoch));
      return valueAndGradient((point) => lossAt(step)(point, variables), parameters).gradient;
    },
    hessianVector(parameters, step, direction) {
      if (closedForm && model.hessianVector) {
        return model.hessianVector(parameters, batchOf(model, data, rng, step, perEpoch), direction);
      }
      return hessianVectorProduct(lossAt(step), parameters, variables, direction);
    },
    outer: (parameters, changed, part) => outer(parameters, withVariables(changed), part),
    outerParts,
  };
}
