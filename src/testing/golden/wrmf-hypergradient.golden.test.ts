import { describe, test } from 'vitest';
import { promoteLoss } from '../../core/attacks/unrolled-injection/adversarial-loss.ts';
import { userIndex } from '../../core/data/interactions.ts';
import { hypergradient } from '../../core/math/hypergradient.ts';
import { adam } from '../../core/math/optimizers/adam.ts';
import { createRng } from '../../core/math/rng.ts';
import { tf, tidy, type Scalar } from '../../core/tensors.ts';
import { unrolledTraining } from '../../core/training/unrolled-training.ts';
import { forEachBackend } from '../backends.ts';
import { expectGolden, goldenCases, inputList, inputNumber, type GoldenCase } from '../goldens.ts';
import { wrmfOf } from '../wrmf-golden.ts';

/** The sweep as a fixture asks for it: several depths, the training loss before each step, the end of training. */
async function computed(golden: GoldenCase, closedForm: boolean, keepBytes: number) {
  const { model: plain, data } = wrmfOf(golden, 0);
  const number = (name: string) => inputNumber(golden, name);
  const model = {
    ...plain,
    optimizer: adam({
      learningRate: number('learningRate'),
      beta1: number('beta1'),
      beta2: number('beta2'),
      epsilon: number('epsilon'),
      weightDecay: number('weightDecay'),
    }),
  };
  const genuine = Array.from({ length: data.interactions.userCount }, (_, user) => userIndex(user));
  const targets = inputList(golden, 'targetItems');
  const training = unrolledTraining(
    model,
    data,
    createRng(1),
    (parameters, changed) => promoteLoss(model.scores(parameters, changed, genuine), targets),
    { closedForm },
  );
  const losses: Scalar[] = [];
  const watched = {
    ...training,
    gradient(parameters: typeof training.initial, step: number) {
      if (step === losses.length) losses.push(tf.keep(tidy(() => model.loss(parameters, data))));
      return training.gradient(parameters, step);
    },
  };
  const gradient: unknown[] = [];
  let last: { loss: unknown; users: unknown; items: unknown } | undefined;
  for (const unrollSteps of inputList(golden, 'unrollSteps')) {
    const sweep = hypergradient(watched, { unrollSteps, keepBytes });
    let step = await sweep.next();
    while (!step.done) step = await sweep.next();
    const { loss, gradient: variables, parameters } = step.value;
    gradient.push(await variables.fake?.array());
    last = {
      loss: (await loss.data())[0],
      users: await parameters.users?.array(),
      items: await parameters.items?.array(),
    };
  }
  const trainingLoss = await Promise.all(losses.map(async (loss) => (await loss.data())[0]));
  tf.dispose(losses);
  return {
    trainingLoss,
    finalUserFactors: last?.users,
    finalItemFactors: last?.items,
    adversarialLoss: last?.loss,
    gradient,
  };
}

forEachBackend(() => {
  describe.each(goldenCases('wrmf-hypergradient'))('$case', (golden) => {
    test('the closed-form sweep, every state kept', async () => {
      expectGolden(await computed(golden, true, Number.POSITIVE_INFINITY), golden);
    });
    test('the closed-form sweep from checkpoints every sqrt(L) steps', async () => {
      expectGolden(await computed(golden, true, 0), golden);
    });
    test('the generic sweep by nested automatic differentiation', async () => {
      expectGolden(await computed(golden, false, Number.POSITIVE_INFINITY), golden);
    });
  });
  test('tensors of the sweep are all disposed when it is left early', async () => {
    const golden = goldenCases('wrmf-hypergradient')[0] as GoldenCase;
    const { model, data } = wrmfOf(golden, 0);
    const training = unrolledTraining(model, data, createRng(1), (parameters) =>
      tf.sum(parameters.items as never),
    );
    const before = tf.memory().numTensors;
    for (const leaveAfter of [1, 3, 6, 9]) {
      const sweep = hypergradient(training, {
        unrollSteps: training.steps,
        keepBytes: leaveAfter % 2 === 0 ? 0 : 1e9,
      });
      for (let step = 0; step < leaveAfter; step++) await sweep.next();
      await sweep.return(undefined as never);
      if (tf.memory().numTensors !== before)
        throw new Error(`left after ${leaveAfter}: ${tf.memory().numTensors - before} tensors stay`);
    }
  });
});
