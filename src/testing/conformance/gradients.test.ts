import { describe, expect, test } from 'vitest';
import type { Trainable } from '../../core/contracts.ts';
import { trainingData, type OwnedTrainingData } from '../../core/data/training-data.ts';
import type { UnrolledTraining } from '../../core/math/hypergradient.ts';
import { createRng } from '../../core/math/rng.ts';
import { tf, tidy, type NamedTensors, type Tensor } from '../../core/tensors.ts';
import { unrolledTraining } from '../../core/training/unrolled-training.ts';
import { forEachBackend } from '../backends.ts';
import { expectClose, expectFinite } from '../matchers.ts';
import { checkerboard } from './planted-data.ts';
import { smallParameters } from './small-parameters.ts';
import { createModel, everyModel } from './trained.ts';

const planted = checkerboard(10, 8);
const exact = everyModel.filter(({ capabilities }) => capabilities.gradients === 'exact');

/** Fractional fake profiles, away from the places where a weight jumps. // [2, I] */
function fakeProfiles() {
  const { itemCount } = planted.train;
  const values = Float32Array.from({ length: 2 * itemCount }, (_, at) => 0.5 + 0.3 * Math.sin(at));
  return tf.tensor2d(values, [2, itemCount]);
}

function directionLike(tensors: NamedTensors, phase: number): NamedTensors {
  return Object.fromEntries(
    Object.entries(tensors).map(([name, { shape, size }]) => [
      name,
      tf.tensor(
        Float32Array.from({ length: size }, (_, at) => Math.sin(1.7 * at + phase)),
        shape,
      ),
    ]),
  );
}

async function numbers(tensors: NamedTensors): Promise<number[]> {
  const all: number[] = [];
  for (const name of Object.keys(tensors).sort()) all.push(...((await tensors[name]?.data()) ?? []));
  return all;
}

/** Each number within `part` of the largest of its tensor. */
async function expectAgree(actual: NamedTensors, expected: NamedTensors, part: number): Promise<void> {
  expect(Object.keys(actual).sort()).toEqual(Object.keys(expected).sort());
  for (const [name, tensor] of Object.entries(expected)) {
    const values = await tensor.data<'float32'>();
    const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-3);
    expect(actual[name]?.shape, name).toEqual(tensor.shape);
    expectClose(await actual[name]?.data(), values, { absolute: part * largest });
  }
}

forEachBackend(() => {
  describe.each(exact)('differentiating through $id', (spec) => {
    const setUp = async () => {
      const model = (await createModel(spec.id, smallParameters(spec))) as Trainable;
      const data: OwnedTrainingData = trainingData(planted.train, { fake: fakeProfiles() });
      const training = (closedForm: boolean): UnrolledTraining =>
        unrolledTraining(model, data, createRng(5), () => tf.scalar(0), { closedForm });
      return { model, training };
    };

    test('is possible: the model is trainable', async () => {
      expect((await createModel(spec.id, smallParameters(spec))).kind).toBe('trainable');
    });

    test('its gradient is the one of automatic differentiation', async () => {
      const { model, training } = await setUp();
      if (!model.gradient) return; // nothing is written by hand
      const [byHand, automatic] = [training(true), training(false)];
      const { initial } = byHand;
      await expectAgree(
        tidy(() => byHand.gradient(initial, 0)),
        tidy(() => automatic.gradient(initial, 0)),
        1e-4,
      );
    });

    test('its Hessian-vector product is the one of nested automatic differentiation', async () => {
      const { model, training } = await setUp();
      const [byHand, automatic] = [training(true), training(false)];
      const { initial } = byHand;
      const direction = directionLike(initial, 0.4);
      const nested = tidy(() => automatic.hessianVector(initial, 0, direction));
      expectFinite(await numbers(nested.parameters));
      expectFinite(await numbers(nested.variables));
      if (!model.hessianVector) return; // the nested one is checked below
      const product = tidy(() => byHand.hessianVector(initial, 0, direction));
      await expectAgree(product.parameters, nested.parameters, 1e-4);
      await expectAgree(product.variables, nested.variables, 1e-4);
    });

    test('the product agrees with differences of gradients, by parameters and by fake profiles', async () => {
      const { model, training } = await setUp();
      const plain = training(true);
      const { initial, variables } = plain;
      const direction = directionLike(initial, 0.4);
      const product = tidy(() => plain.hessianVector(initial, 0, direction));
      const slope = async (parameters: NamedTensors, changed: NamedTensors) => {
        const data = trainingData(planted.train, changed);
        const moved = unrolledTraining(model, data, createRng(5), () => tf.scalar(0));
        return dot(
          tidy(() => moved.gradient(parameters, 0)),
          direction,
        );
      };
      for (const [of, along] of [
        ['parameters', directionLike(initial, 2)],
        ['variables', directionLike(variables, 2)],
      ] as const) {
        const at = (step: number) =>
          of === 'parameters'
            ? slope(shifted(initial, along, step), variables)
            : slope(initial, shifted(variables, along, step));
        const step = 0.01;
        const difference = ((await at(step)) - (await at(-step))) / (2 * step);
        const expected = await dot(product[of], along);
        const scale = Math.max(Math.abs(expected), 1e-2);
        expect(Math.abs(difference - expected) / scale, `${of}: ${difference}, ${expected}`).toBeLessThan(
          0.02,
        );
      }
    });
  });
});

function shifted(tensors: NamedTensors, along: NamedTensors, step: number): NamedTensors {
  return Object.fromEntries(
    Object.entries(tensors).map(([name, tensor]) => [
      name,
      tidy(() => tf.add(tensor, tf.mul(along[name] as Tensor, step)) as Tensor),
    ]),
  );
}

/** In double precision. */
async function dot(first: NamedTensors, second: NamedTensors): Promise<number> {
  let sum = 0;
  for (const [name, tensor] of Object.entries(first)) {
    const other = (await second[name]?.data()) ?? [];
    (await tensor.data<'float32'>()).forEach((value, at) => (sum += value * (other[at] as number)));
  }
  return sum;
}
