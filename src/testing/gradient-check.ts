import { tf, type Scalar, type Tensor } from '../core/tensors.ts';
import { expectClose, expectFinite } from './matchers.ts';

type Loss = (...inputs: Tensor[]) => Scalar;

export interface GradientCheck {
  /** Distance of the differences; the values that `loss` reads should be of order 1. */
  readonly step?: number;
  /** Allowed error as a part of the largest derivative of the input. */
  readonly tolerance?: number;
}

/** Asserts that automatic first derivatives agree with central differences, for every number of every input. */
export async function expectGradient(
  loss: Loss,
  inputs: readonly Tensor[],
  check: GradientCheck = {},
): Promise<void> {
  const gradients = tf.grads(loss)([...inputs]);
  for (const [at, gradient] of gradients.entries()) {
    await expectDerivative(loss, inputs, at, gradient, check);
  }
  tf.dispose(gradients);
}

/**
 * Asserts that gradients of gradients agree with central differences: the check above on s(x) = sum_i <gradient_i(x), v_i>,
 * with fixed directions v.
 */
export async function expectSecondGradient(
  loss: Loss,
  inputs: readonly Tensor[],
  check: GradientCheck = {},
): Promise<void> {
  const directions = inputs.map((input, at) =>
    tf.tidy(() => tf.reshape(tf.sin(tf.add(tf.range(0, input.size), at + 0.5)), input.shape)),
  );
  const slope: Loss = (...given) =>
    tf.addN(
      tf
        .grads(loss)(given)
        .map((gradient, at) => tf.sum(tf.mul(gradient, directions[at] as Tensor))),
    );
  await expectGradient(slope, inputs, check);
  tf.dispose(directions);
}

async function expectDerivative(
  loss: Loss,
  inputs: readonly Tensor[],
  at: number,
  gradient: Tensor,
  { step = 0.02, tolerance = 2e-3 }: GradientCheck,
): Promise<void> {
  const input = inputs[at] as Tensor;
  const values = Float32Array.from(await input.data());
  const lossAt = async (index: number, shift: number) => {
    const moved = values.slice();
    moved[index] = (values[index] as number) + shift;
    const value = tf.tidy(() =>
      loss(...inputs.map((other, place) => (place === at ? tf.tensor(moved, input.shape) : other))),
    );
    const [number] = await value.data();
    value.dispose();
    return number as number;
  };
  const expected: number[] = [];
  for (let index = 0; index < values.length; index++) {
    const near = (await lossAt(index, step)) - (await lossAt(index, -step));
    const far = (await lossAt(index, 2 * step)) - (await lossAt(index, -2 * step));
    expected.push((8 * near - far) / (12 * step)); // error of order step^4
  }
  const actual = await gradient.data();
  expectFinite(actual, `gradient of input ${at}`);
  const size = Math.max(...expected.map(Math.abs), 1e-2);
  expectClose(actual, expected, { absolute: tolerance * size });
}
