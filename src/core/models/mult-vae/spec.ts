import type { ModelSpec } from '../../contracts.ts';
import { flag, integer, real, type ParametersOf } from '../../params/fields.ts';

const parameters = {
  hiddenSize: integer({
    default: 64,
    min: 1,
    max: 4096,
    label: 'Hidden size',
    help: 'Width of the layer on either side of the middle.',
  }),
  embeddingSize: integer({
    default: 32,
    min: 1,
    max: 4096,
    label: 'Latent size',
    symbol: 'D',
    help: 'Numbers that describe a user in the middle.',
  }),
  epochs: integer({ default: 50, min: 1, max: 5000, label: 'Epochs', help: 'Passes over all users.' }),
  batchSize: integer({
    default: 256,
    min: 1,
    max: 1000000,
    label: 'Batch size',
    help: 'Users in one step.',
  }),
  learningRate: real({
    default: 0.005,
    min: 1e-6,
    max: 10,
    scale: 'log',
    label: 'Learning rate',
    symbol: 'α',
    help: 'Step size of Adam.',
  }),
  inputDropout: real({
    default: 0.5,
    min: 0,
    max: 0.95,
    label: 'Input dropout',
    help: 'Share of a user’s clicks hidden from the encoder in each step. Liang et al. use 0.5; the code of Tang et al. has none.',
  }),
  normalizeInput: flag({
    default: true,
    label: 'Scale input to length 1',
    help: 'As Liang et al. do; the code of Tang et al. does not.',
  }),
  divideByClicks: flag({
    default: false,
    label: 'Divide by clicks',
    help: 'Divide the reconstruction term of a user by the number of clicks, as the code of Tang et al. does.',
  }),
  annealingStep: real({
    default: 0.001,
    min: 0,
    max: 1,
    label: 'Annealing step',
    help: 'What the weight of the KL term grows by with every batch, from 0. The code of Tang et al. adds 0.0001.',
  }),
  annealingCap: real({
    default: 0.2,
    min: 0,
    max: 10,
    label: 'Largest KL weight',
    symbol: 'β',
    help: 'Where the weight of the KL term stops growing.',
  }),
  regularization: real({
    default: 0,
    min: 0,
    max: 100,
    label: 'L2 regularization',
    symbol: 'λ',
    help: 'Weight of the squared size of all weights and biases; half of what Adam’s coupled weight decay is set to.',
  }),
} as const;

export type MultVaeParameters = ParametersOf<typeof parameters>;

export const spec = {
  id: 'mult-vae',
  name: 'Mult-VAE',
  summary:
    'A variational autoencoder over users: it reads what a user clicked, blurs it in a narrow layer and predicts the next clicks.',
  family: 'model',
  parameters,
  references: ['liang-2018', 'tang-2020'],
  fidelity: 'faithful',
  differences: [
    'Dropout, input scaling and annealing follow Liang et al. by default; the code of Tang et al. has neither of the first two, divides the reconstruction by the clicks and adds 0.0001 per batch up to 1.',
    'Weights start uniform in ±1/√inputs, as in the code of Tang et al.; Liang et al. use Xavier initialization.',
    'The L2 term acts through Adam’s gradient and is not part of the training loss that is shown.',
  ],
  task: 'ranking',
  trainingLoss: 'Negative ELBO (nats, mean)',
  capabilities: {
    gradients: 'exact',
    embeddings: false,
    userVectors: true,
    readsData: true,
    sequences: false,
  },
} as const satisfies ModelSpec<typeof parameters>;
