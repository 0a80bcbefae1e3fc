import { expect, test } from 'vitest';
import type { Optimizer, TrainingState } from '../core/math/optimizers/optimizer.ts';
import { initialState } from '../core/math/optimizers/training-state.ts';
import { tf, tidy, type NamedTensors, type Scalar, type Tensor } from '../core/tensors.ts';
import { forEachBackend } from './backends.ts';
import { expectNoLeak } from './leak-check.ts';
import { expectClose } from './matchers.ts';

const shape = [2, 3];
const wave = (phase: number) =>
  tf.tensor(
    Float32Array.from({ length: 6 }, (_, at) => Math.sin(2.1 * at + phase) + 0.2),
    shape,
  );
const gradients = () => [wave(0.3), wave(1.9), wave(4.2)].map((theta) => ({ theta }));

/** What every optimizer promises: it is pure, disposes nothing, and its adjoint is the transpose of its derivative. */
export function optimizerFacts(optimizer: Optimizer): void {
  forEachBackend(() => {
    test(`${optimizer.id} changes neither the state nor the gradient that it is given, and counts its steps`, async () => {
      const state = afterSteps(optimizer, 1);
      const gradient = { theta: wave(1) };
      const before = await numbers(state, gradient);
      const next = optimizer.update(state, gradient);
      expect(await numbers(state, gradient)).toEqual(before);
      expect(next.optimizer.step).toBe(2);
      expect(await next.parameters.theta?.data()).not.toEqual(await state.parameters.theta?.data());
      expect(next.parameters.theta?.shape).toEqual(shape);
    });

    test(`${optimizer.id} leaves nothing but the new state inside a tidy`, async () => {
      const state = afterSteps(optimizer, 1);
      const gradient = { theta: wave(1) };
      await expectNoLeak(() => {
        const next = tidy(() => optimizer.update(state, gradient));
        tf.dispose([next.parameters, next.optimizer.slots] as never);
      });
    });

    test(`the adjoint of ${optimizer.id} is the derivative of its update, by parameters, slots and gradient`, async () => {
      const state = afterSteps(optimizer, 3);
      const gradient = { theta: wave(5) };
      const bars = Object.fromEntries(
        Object.keys(state.optimizer.slots).map((slot, at) => [slot, { theta: wave(at + 7) }]),
      );
      const parameterBar = { theta: wave(6) };
      const { before, gradient: gradientBar } = optimizer.adjoint(state, gradient, {
        parameters: parameterBar,
        slots: bars,
      });
      const slots = Object.keys(bars);
      const point: NamedTensors = {
        parameters: state.parameters.theta as Tensor,
        gradient: gradient.theta,
        ...Object.fromEntries(slots.map((slot) => [slot, state.optimizer.slots[slot]?.theta as Tensor])),
      };
      const paired = (at: NamedTensors) => {
        const moved = optimizer.update(
          {
            parameters: { theta: at.parameters as Tensor },
            optimizer: {
              step: state.optimizer.step,
              slots: Object.fromEntries(slots.map((slot) => [slot, { theta: at[slot] as Tensor }])),
            },
          },
          { theta: at.gradient as Tensor },
        );
        const terms = [
          tf.mul(moved.parameters.theta as Tensor, parameterBar.theta),
          ...slots.map((slot) =>
            tf.mul(moved.optimizer.slots[slot]?.theta as Tensor, bars[slot]?.theta as Tensor),
          ),
        ];
        return tf.sum(tf.addN(terms)) as Scalar;
      };
      const actual: NamedTensors = {
        parameters: before.parameters.theta as Tensor,
        gradient: gradientBar.theta as Tensor,
        ...Object.fromEntries(slots.map((slot) => [slot, before.slots[slot]?.theta as Tensor])),
      };
      for (const [name, tensor] of Object.entries(actual)) {
        const expected = await differences(paired, point, name);
        const largest = Math.max(...expected.map(Math.abs), 1e-2);
        expectClose(await tensor.data(), expected, { absolute: 5e-3 * largest });
      }
    });
  });
}

/** Central differences of a scalar by one tensor of a point. */
async function differences(
  scalar: (at: NamedTensors) => Scalar,
  point: NamedTensors,
  name: string,
): Promise<number[]> {
  const values = Float32Array.from((await point[name]?.data()) ?? []);
  const at = async (index: number, shift: number) => {
    const moved = values.slice();
    moved[index] = (values[index] as number) + shift;
    return ((await scalar({ ...point, [name]: tf.tensor(moved, shape) }).data())[0] ?? Number.NaN) as number;
  };
  const all: number[] = [];
  for (const [index, value] of values.entries()) {
    const step = name === 'second' ? 0.02 * value : 0.005; // a second moment is small and stays positive
    all.push(((await at(index, step)) - (await at(index, -step))) / (2 * step));
  }
  return all;
}

function afterSteps(optimizer: Optimizer, count: number): TrainingState {
  let state = initialState({ theta: wave(0) }, optimizer);
  for (const gradient of gradients().slice(0, count)) state = optimizer.update(state, gradient);
  return state;
}

async function numbers(state: TrainingState, gradient: NamedTensors): Promise<number[][]> {
  const all = [state.parameters, ...Object.values(state.optimizer.slots), gradient];
  return Promise.all(all.map(async ({ theta }) => [...((await theta?.data()) ?? [])]));
}
