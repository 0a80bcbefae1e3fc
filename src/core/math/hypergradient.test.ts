import { describe, expect, test } from 'vitest';
import { forEachBackend } from '../../testing/backends.ts';
import { expectNoLeak } from '../../testing/leak-check.ts';
import { expectClose } from '../../testing/matchers.ts';
import { drained } from '../../testing/test-host.ts';
import { tf, tidy, type NamedTensors, type Scalar, type Tensor } from '../tensors.ts';
import { hessianVectorProduct, valueAndGradient } from './autodiff.ts';
import { hypergradient, strideOf, type UnrolledTraining } from './hypergradient.ts';
import { adam } from './optimizers/adam.ts';
import type { Optimizer } from './optimizers/optimizer.ts';
import { sgdMomentum } from './optimizers/sgd-momentum.ts';

type Loss = (parameters: NamedTensors, variables: NamedTensors) => Scalar;

/** Half the squared distance of theta to x. */
const pull: Loss = ({ theta }, { x }) =>
  tf.mul(tf.sum(tf.square(tf.sub(theta as Tensor, x as Tensor))), 0.5) as Scalar;
/** A loss with curvature: sum of (theta² - x)² + theta x. */
const curved: Loss = ({ theta }, { x }) =>
  tf.sum(
    tf.add(tf.square(tf.sub(tf.square(theta as Tensor), x as Tensor)), tf.mul(theta as Tensor, x as Tensor)),
  ) as Scalar;

function training(loss: Loss, optimizer: Optimizer, steps: number, outer: Loss): UnrolledTraining {
  const variables = { x: tf.tensor1d([0.5, 2, 1.2]) };
  return {
    optimizer,
    steps,
    initial: { theta: tf.tensor1d([1, -1, 0.4]) },
    variables,
    gradient: (parameters) => valueAndGradient((at) => loss(at, variables), parameters).gradient,
    hessianVector: (parameters, _step, direction) =>
      hessianVectorProduct(loss, parameters, variables, direction),
    outer,
  };
}

const sum: Loss = ({ theta }) => tf.sum(theta as Tensor) as Scalar;
/** sum of theta² x + theta. */
const mixed: Loss = ({ theta }, { x }) =>
  tf.sum(tf.add(tf.mul(tf.square(theta as Tensor), x as Tensor), theta as Tensor)) as Scalar;

/** Central differences of the outer scalar at the end of training by x, training redone from scratch. */
async function byDifferences(run: UnrolledTraining, loss: Loss): Promise<number[]> {
  const at = async (index: number, shift: number) => {
    const x = Float32Array.from((await run.variables.x?.data()) ?? []);
    x[index] = (x[index] as number) + shift;
    const variables = { x: tf.tensor1d(x) };
    let state = { parameters: run.initial, optimizer: run.optimizer.init(run.initial) };
    for (let step = 0; step < run.steps; step++) {
      const { gradient } = valueAndGradient((point) => loss(point, variables), state.parameters);
      state = run.optimizer.update(state, gradient);
    }
    return ((await run.outer(state.parameters, variables, 0).data())[0] ?? Number.NaN) as number;
  };
  const step = 0.01;
  return Promise.all(
    [0, 1, 2].map(async (index) => ((await at(index, step)) - (await at(index, -step))) / (2 * step)),
  );
}

forEachBackend(() => {
  describe('the hypergradient', () => {
    test.each([0, 1, 4, 10])(
      'of a pull towards x through %i of 10 steps is 1 - (1 - rate)^steps',
      async (unrollSteps) => {
        const run = training(pull, sgdMomentum({ learningRate: 0.3 }), 10, sum);
        const { returned } = await drained(hypergradient(run, { unrollSteps }));
        const exact = 1 - 0.7 ** unrollSteps;
        expectClose(await returned.gradient.x?.data(), [exact, exact, exact], { absolute: 1e-6 });
      },
    );

    test.each([
      ['Adam', adam({ learningRate: 0.05 })],
      ['SGD with momentum', sgdMomentum({ learningRate: 0.01, momentum: 0.8 })],
    ])(
      'of a curved loss by %s is the one of differences, also where the outer scalar reads x',
      async (_, optimizer) => {
        const run = training(curved, optimizer, 9, mixed);
        const { returned, yielded } = await drained(hypergradient(run, { unrollSteps: 9 }));
        const expected = await byDifferences(run, curved);
        const largest = Math.max(...expected.map(Math.abs));
        expectClose(await returned.gradient.x?.data(), expected, { absolute: 0.01 * largest });
        expect(yielded.at(-1)).toEqual({ direction: 'backward', done: 9, total: 9 });
      },
    );

    test.each([7, 12])('is the same from checkpoints as from all %i states', async (unrollSteps) => {
      const run = training(curved, adam({ learningRate: 0.05 }), 12, mixed);
      const all = await drained(hypergradient(run, { unrollSteps, keepBytes: 1e9 }));
      const few = await drained(hypergradient(run, { unrollSteps, keepBytes: 0 }));
      expect(await few.returned.gradient.x?.data()).toEqual(await all.returned.gradient.x?.data());
      expect(await few.returned.parameters.theta?.data()).toEqual(
        await all.returned.parameters.theta?.data(),
      );
      expect(few.yielded.length).toBeGreaterThan(all.yielded.length);
    });

    test('leaves only what it returns, after a full run and one left at any step', async () => {
      const run = training(curved, adam({ learningRate: 0.05 }), 6, mixed);
      await expectNoLeak(async () => {
        const { returned } = await drained(hypergradient(run, { unrollSteps: 6, keepBytes: 0 }));
        tf.dispose([
          returned.loss,
          ...Object.values(returned.gradient),
          ...Object.values(returned.parameters),
        ]);
      });
      for (let after = 1; after < 12; after++) {
        await expectNoLeak(async () => {
          const sweep = hypergradient(run, { unrollSteps: 6 });
          for (let step = 0; step < after; step++) await sweep.next();
          await sweep.return(undefined as never);
        });
      }
    });

    test('leaves nothing when the outer scalar fails', async () => {
      const run = training(curved, adam({ learningRate: 0.05 }), 3, () => {
        throw new Error('no scores');
      });
      await expectNoLeak(() =>
        expect(drained(hypergradient(run, { unrollSteps: 3 }))).rejects.toThrow('no scores'),
      );
    });
  });
});

test('refuses to unroll more steps than there are, or fewer than none', async () => {
  const run = tidy(() => training(pull, sgdMomentum({ learningRate: 0.3 }), 3, sum));
  for (const unrollSteps of [4, -1, Number.NaN]) {
    await expect(hypergradient(run, { unrollSteps }).next()).rejects.toThrow(
      `unrollSteps must be between 0 and 3, got ${unrollSteps}`,
    );
  }
});

test('keeps every state while they fit and every sqrt(L)-th beyond', () => {
  expect(strideOf(3e6, 10, 48e6)).toBe(1);
  expect(strideOf(3e6, 100, 48e6)).toBe(10);
  expect(strideOf(3e6, 101, 48e6)).toBe(11);
  expect(strideOf(1e9, 0, 0)).toBe(1);
});
