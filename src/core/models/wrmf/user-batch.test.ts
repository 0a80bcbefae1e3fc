import { expect, test } from 'vitest';
import { forEachBackend } from '../../../testing/backends.ts';
import { checkerboard } from '../../../testing/conformance/planted-data.ts';
import { expectClose } from '../../../testing/matchers.ts';
import type { Trainable } from '../../contracts.ts';
import { trainingData } from '../../data/training-data.ts';
import { createRng } from '../../math/rng.ts';
import { tf, tidy, type NamedTensors, type Scalar, type Tensor, type Tensor2D } from '../../tensors.ts';
import { unrolledTraining } from '../../training/unrolled-training.ts';
import { wrmf } from './wrmf.ts';

const parameters = {
  embeddingSize: 3,
  epochs: 2,
  batchSize: 0,
  learningRate: 0.1,
  positiveWeight: 20,
  regularization: 0,
  initialDeviation: 0.5,
};
const { train } = checkerboard(8, 6);
const rng = createRng(1);
const modelOf = (changes: Partial<typeof parameters>) =>
  wrmf.create({ ...parameters, ...changes }) as Trainable;
const fakes = (): Tensor2D => tf.tensor2d([1, 0.5, 0, 0, 0, 0, 0, 0, 0.75, 1, 0, 0], [2, 6]);

async function expectSame(actual: NamedTensors, expected: NamedTensors): Promise<void> {
  expect(Object.keys(actual).sort()).toEqual(Object.keys(expected).sort());
  for (const [name, tensor] of Object.entries(expected)) {
    expectClose(await actual[name]?.array(), await tensor.array(), { absolute: 2e-3, relative: 1e-4 });
  }
}

forEachBackend(() => {
  test('the batches of an epoch add up to the loss over all users', async () => {
    for (const data of [trainingData(train), trainingData(train, { fake: fakes() })]) {
      const small = modelOf({ batchSize: 3 });
      const current = small.init(rng, data);
      const whole = modelOf({});
      const expected = (await whole.loss(current, whole.batch(data, 0, 0, rng)).data())[0] as number;
      let sum = 0;
      for (let index = 0; index < small.batchesPerEpoch(data); index++) {
        sum += (await small.loss(current, small.batch(data, 0, index, rng)).data())[0] as number;
      }
      expectClose(sum, expected, { relative: 1e-5 });
    }
  });

  test('gradient and Hessian-vector product of every batch are those of automatic differentiation', async () => {
    const data = trainingData(train, { fake: fakes() });
    const model = modelOf({ batchSize: 3, regularization: 0.2 });
    const sweep = (closedForm: boolean) =>
      unrolledTraining(model, data, rng, () => tf.scalar(0) as Scalar, { closedForm });
    const [byHand, automatic] = [sweep(true), sweep(false)];
    const { initial } = byHand;
    const direction = Object.fromEntries(
      Object.entries(initial).map(([name, tensor]) => [name, tf.sin(tf.mul(tensor, 9)) as Tensor]),
    );
    for (let step = 0; step < 4; step++) {
      await expectSame(
        tidy(() => byHand.gradient(initial, step)),
        tidy(() => automatic.gradient(initial, step)),
      );
      const [hand, nested] = [byHand, automatic].map((each) =>
        tidy(() => each.hessianVector(initial, step, direction)),
      );
      await expectSame(hand?.parameters as NamedTensors, nested?.parameters as NamedTensors);
      await expectSame(hand?.variables as NamedTensors, nested?.variables as NamedTensors);
    }
  });
});
