import { tf, type NamedTensors, type Scalar, type Tensor } from '../tensors.ts';
import { addAll } from './add-all.ts';
import { named } from './named-tensors.ts';

/** Value and gradient of a scalar function of named tensors, by reverse-mode automatic differentiation. */
export function valueAndGradient(
  scalar: (tensors: NamedTensors) => Scalar,
  at: NamedTensors,
): { readonly value: Scalar; readonly gradient: NamedTensors } {
  const names = Object.keys(at);
  const { value, grads } = tf.valueAndGrads((...list: Tensor[]) => {
    const point = byName(names, list);
    return touching(scalar(point), list);
  })(names.map((name) => named(at, name)));
  return { value: value as Scalar, gradient: byName(names, grads) };
}

/**
 * Derivative of <d scalar / d parameters, direction> by the parameters (a Hessian-vector product) and by the variables,
 * from gradients nested in gradients. Every op of `scalar` must be differentiable twice (see math/smooth.ts).
 */
export function hessianVectorProduct(
  scalar: (parameters: NamedTensors, variables: NamedTensors) => Scalar,
  parameters: NamedTensors,
  variables: NamedTensors,
  direction: NamedTensors,
): { readonly parameters: NamedTensors; readonly variables: NamedTensors } {
  const parameterNames = Object.keys(parameters);
  const variableNames = Object.keys(variables);
  const products = tf.grads((...list: Tensor[]) => {
    const inner = list.slice(0, parameterNames.length);
    const outer = byName(variableNames, list.slice(parameterNames.length));
    const gradients = tf.grads((...point: Tensor[]) =>
      touching(scalar(byName(parameterNames, point), outer), point),
    )(inner);
    const terms = gradients.map((gradient, at) =>
      tf.sum(tf.mul(gradient, named(direction, parameterNames[at] as string))),
    );
    return touching(addAll(terms) as Scalar, list);
  })([
    ...parameterNames.map((name) => named(parameters, name)),
    ...variableNames.map((name) => named(variables, name)),
  ]);
  return {
    parameters: byName(parameterNames, products.slice(0, parameterNames.length)),
    variables: byName(variableNames, products.slice(parameterNames.length)),
  };
}

function byName(names: readonly string[], tensors: readonly Tensor[]): NamedTensors {
  return Object.fromEntries(names.map((name, at) => [name, tensors[at] as Tensor]));
}

/** Adds 0 · sum of every tensor: what the scalar does not depend on gets the gradient 0 and not an error. */
function touching(scalar: Scalar, tensors: readonly Tensor[]): Scalar {
  const zero = addAll(tensors.map((tensor) => tf.mul(tf.sum(tensor), 0)));
  return tf.add(scalar, zero) as Scalar;
}
