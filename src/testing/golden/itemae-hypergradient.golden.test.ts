import { describe, test } from 'vitest';
import { promoteLoss } from '../../core/attacks/unrolled-injection/adversarial-loss.ts';
import type { Trainable } from '../../core/contracts.ts';
import { interactionsFromDense, userIndex } from '../../core/data/interactions.ts';
import { trainingData } from '../../core/data/training-data.ts';
import { hypergradient } from '../../core/math/hypergradient.ts';
import { adam } from '../../core/math/optimizers/adam.ts';
import { createRng } from '../../core/math/rng.ts';
import { itemAutoencoder } from '../../core/models/item-autoencoder/item-autoencoder.ts';
import { tf, tidy, type Scalar } from '../../core/tensors.ts';
import { unrolledTraining } from '../../core/training/unrolled-training.ts';
import { forEachBackend } from '../backends.ts';
import { expectGolden, goldenCases, inputList, inputNumber, inputRows, type GoldenCase } from '../goldens.ts';

async function computed(golden: GoldenCase) {
  const number = (name: string) => inputNumber(golden, name);
  const rows = inputRows(golden, 'interactions');
  const itemCount = rows[0]?.length ?? 0;
  const created = itemAutoencoder.create({
    layerSizes: [inputList(golden, 'biases1').length, inputList(golden, 'biases2').length],
    activation: 'tanh',
    epochs: number('steps'),
    batchSize: itemCount,
    learningRate: 1,
    positiveWeight: number('positiveWeight'),
    regularization: 0,
  }) as Trainable;
  const model: Trainable = {
    ...created,
    optimizer: adam({
      learningRate: number('learningRate'),
      beta1: number('beta1'),
      beta2: number('beta2'),
      epsilon: number('epsilon'),
      weightDecay: number('weightDecay'),
    }),
    init: () =>
      Object.fromEntries(
        [1, 2, 3, 4].flatMap((layer) => [
          [`weights${layer}`, tf.tensor2d(inputRows(golden, `weights${layer}`))],
          [`biases${layer}`, tf.tensor1d(inputList(golden, `biases${layer}`))],
        ]),
      ),
  };
  const fakes = inputRows(golden, 'fakeInteractions');
  const data = trainingData(interactionsFromDense(rows.flat(), rows.length, itemCount), {
    fake: tf.tensor2d(fakes, [fakes.length, itemCount]),
  });
  const genuine = rows.map((_, user) => userIndex(user));
  const targets = inputList(golden, 'targetItems');
  const training = unrolledTraining(model, data, createRng(1), (parameters, changed) =>
    promoteLoss(model.scores(parameters, changed, genuine), targets),
  );
  /** Kept until they are read: WebGPU reads later than the step that made them. */
  const losses: Scalar[] = [];
  const lossAt = (parameters: typeof training.initial, step: number) =>
    model.loss(parameters, model.batch(data, step, 0, createRng(1)));
  const watched = {
    ...training,
    gradient(parameters: typeof training.initial, step: number) {
      if (step === losses.length) losses.push(tf.keep(tidy(() => lossAt(parameters, step))));
      return training.gradient(parameters, step);
    },
  };
  const gradient: unknown[] = [];
  let adversarialLoss: number | undefined;
  let scores: unknown;
  for (const unrollSteps of inputList(golden, 'unrollSteps')) {
    const sweep = hypergradient(watched, { unrollSteps });
    let step = await sweep.next();
    while (!step.done) step = await sweep.next();
    gradient.push(await step.value.gradient.fake?.array());
    adversarialLoss = (await step.value.loss.data())[0];
    scores = await model.scores(step.value.parameters, data, genuine).array();
  }
  return {
    trainingLoss: await Promise.all(losses.map(async (loss) => (await loss.data())[0])),
    scores,
    adversarialLoss,
    gradient,
  };
}

forEachBackend(() => {
  describe('golden itemae-hypergradient', () => {
    test.each(goldenCases('itemae-hypergradient'))(
      '$case: every depth by the generic sweep',
      async (golden) => {
        expectGolden(await computed(golden), golden);
      },
    );
  });
});
