import { describe, test } from 'vitest';
import type { Trainable } from '../../core/contracts.ts';
import { interactionsFromDense, userIndex } from '../../core/data/interactions.ts';
import { trainingData } from '../../core/data/training-data.ts';
import { valueAndGradient } from '../../core/math/autodiff.ts';
import { createRng } from '../../core/math/rng.ts';
import { multVae } from '../../core/models/mult-vae/mult-vae.ts';
import { tf, type Tensor, type Tensor2D } from '../../core/tensors.ts';
import { forEachBackend } from '../backends.ts';
import { expectGolden, goldenCases, inputList, inputNumber, inputRows } from '../goldens.ts';

const layers = ['encoder', 'mean', 'logVariance', 'decoder', 'output'];
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

forEachBackend(() => {
  describe('golden multvae-elbo', () => {
    test.each(goldenCases('multvae-elbo'))('$case', async (golden) => {
      const rows = inputRows(golden, 'interactions');
      const itemCount = rows[0]?.length ?? 0;
      const noise = inputRows(golden, 'noise');
      const model = multVae.create({
        hiddenSize: inputList(golden, 'encoderBiases').length,
        embeddingSize: noise[0]?.length ?? 0,
        epochs: 1,
        batchSize: rows.length,
        learningRate: 0.1,
        inputDropout: 0,
        normalizeInput: inputNumber(golden, 'normalizeInput') === 1,
        divideByClicks: inputNumber(golden, 'divideByClicks') === 1,
        annealingStep: 0,
        annealingCap: 1,
        regularization: 0,
      }) as Trainable<object>;
      const parameters = Object.fromEntries(
        layers.flatMap((layer) => [
          [`${layer}Weights`, tf.tensor2d(inputRows(golden, `${layer}Weights`))],
          [`${layer}Biases`, tf.tensor1d(inputList(golden, `${layer}Biases`))],
        ]),
      );
      const data = trainingData(interactionsFromDense(rows.flat(), rows.length, itemCount));
      const drawn = model.batch(data, 0, 0, createRng(1));
      const at = (beta: number, point = parameters) =>
        model.loss(point, { ...drawn, noise: tf.tensor2d(noise), beta });
      const { value, gradient } = valueAndGradient((point) => at(inputNumber(golden, 'beta'), point), parameters); // prettier-ignore
      const reconstruction = (await at(0).data())[0] as number;
      // Logits with the noise: scores of a model whose mean is moved by it cannot be asked for, so they are computed from the layers.
      const dense = (name: string, x: Tensor2D) =>
        tf.add(tf.matMul(x, parameters[`${name}Weights`] as Tensor2D), parameters[`${name}Biases`] as Tensor) as Tensor2D; // prettier-ignore
      const users = rows.map((_, user) => userIndex(user));
      const quiet = { ...parameters };
      const input = tf.tensor2d(rows);
      const norm = tf.sqrt(tf.sum(input, 1, true));
      const x = inputNumber(golden, 'normalizeInput') === 1 ? tf.divNoNan(input, norm) : input;
      const hidden = tf.tanh(dense('encoder', x as Tensor2D));
      const shift = tf.mul(tf.tensor2d(noise), tf.exp(tf.div(dense('logVariance', hidden), 2)));
      const latent = tf.add(dense('mean', hidden), shift) as Tensor2D;
      const logits = dense('output', tf.tanh(dense('decoder', latent)));
      const withoutNoise = dense('output', tf.tanh(dense('decoder', dense('mean', hidden))));
      const distance = tf.max(tf.abs(tf.sub(withoutNoise, model.scores(quiet, data, users))));
      if (((await distance.data())[0] as number) > 1e-4)
        throw new Error('scores are not the logits without noise');
      expectGolden(
        {
          logits: await logits.array(),
          reconstruction,
          kl: ((await at(1).data())[0] as number) - reconstruction,
          loss: (await value.data())[0],
          ...Object.fromEntries(
            await Promise.all(
              Object.entries(gradient).map(async ([name, tensor]) => [`gradient${capital(name)}`, await tensor.array()]), // prettier-ignore
            ),
          ),
        },
        golden,
      );
    });
  });
});
