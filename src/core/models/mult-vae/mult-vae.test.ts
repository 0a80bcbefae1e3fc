import { expect, test } from 'vitest';
import { forEachBackend } from '../../../testing/backends.ts';
import { checkerboard, withNewUsers } from '../../../testing/conformance/planted-data.ts';
import { expectClose } from '../../../testing/matchers.ts';
import type { Trainable } from '../../contracts.ts';
import { denseRows, userIndex } from '../../data/interactions.ts';
import { trainingData, type OwnedTrainingData } from '../../data/training-data.ts';
import { createRng } from '../../math/rng.ts';
import { tf, type Tensor2D } from '../../tensors.ts';
import { multVae } from './mult-vae.ts';

const parameters = {
  hiddenSize: 5,
  embeddingSize: 3,
  epochs: 1,
  batchSize: 6,
  learningRate: 0.01,
  inputDropout: 0,
  normalizeInput: true,
  divideByClicks: true,
  annealingStep: 0.25,
  annealingCap: 0.5,
  regularization: 0,
};
const { train } = checkerboard(8, 6);
const { stacked, added } = withNewUsers(train);

async function losses(changes: Partial<typeof parameters>, data: OwnedTrainingData): Promise<number[]> {
  const model = multVae.create({ ...parameters, ...changes }) as Trainable;
  const current = model.init(createRng(3).stream('init'), data);
  const values: number[] = [];
  for (let index = 0; index < model.batchesPerEpoch(data); index++) {
    const loss = model.loss(current, model.batch(data, 1, index, createRng(4)));
    values.push((await loss.data())[0] as number);
  }
  return values;
}

forEachBackend(() => {
  test('fake users count the same as rows of the data and as variables, batch by batch', async () => {
    const fake = tf.tensor2d(denseRows(added), [added.userCount, added.itemCount]);
    for (const divideByClicks of [true, false]) {
      const known = await losses({ divideByClicks }, trainingData(stacked));
      expect(known).toHaveLength(2);
      const variable = await losses({ divideByClicks }, trainingData(train, { fake }));
      expectClose(variable, known, { relative: 1e-5 });
    }
  });

  test('an empty fake profile has a finite loss, with and without dropout', async () => {
    const fake: Tensor2D = tf.zeros([2, 6]);
    for (const inputDropout of [0, 0.5]) {
      const values = await losses({ inputDropout }, trainingData(train, { fake }));
      expect(values.every(Number.isFinite)).toBe(true);
    }
  });

  test('the weight of the KL term grows with the batches up to its cap', () => {
    const model = multVae.create(parameters) as Trainable<{ beta: number }>;
    const data = trainingData(stacked);
    const betas = [0, 1, 2, 3].map((step) => model.batch(data, step >> 1, step & 1, createRng(1)).beta);
    expect(betas).toEqual([0, 0.25, 0.5, 0.5]);
  });

  test('user vectors are those whose decoding gives the scores, in the order asked, fake users alike', async () => {
    const model = multVae.create(parameters) as Trainable;
    const fake = tf.tensor2d(denseRows(added), [added.userCount, added.itemCount]);
    const data = trainingData(train, { fake });
    const current = model.init(createRng(3).stream('init'), data);
    const users = [train.userCount, 2, 0, 2].map(userIndex);
    const vectors = model.userVectors?.(current, data, users) as Tensor2D;
    expect(vectors.shape).toEqual([4, parameters.embeddingSize]);
    const hidden = tf.tanh(tf.add(tf.matMul(vectors, current.decoderWeights as Tensor2D), current.decoderBiases as Tensor2D)); // prettier-ignore
    const decoded = tf.add(tf.matMul(hidden as Tensor2D, current.outputWeights as Tensor2D), current.outputBiases as Tensor2D); // prettier-ignore
    const scores = model.scores(current, data, users);
    expectClose(await decoded.data(), await scores.data(), { relative: 1e-4 });
    const rows = model.userVectors?.(current, trainingData(stacked), users) as Tensor2D;
    expectClose(await rows.data(), await vectors.data(), { relative: 1e-5 });
  });
});
