import type { ModelSpec } from '../../contracts.ts';
import { choice, flag, integer, real, type ParametersOf } from '../../params/fields.ts';

const parameters = {
  embeddingSize: integer({
    default: 32,
    min: 1,
    max: 512,
    label: 'Embedding size',
    symbol: 'D',
    help: 'Numbers that describe each user and each item.',
  }),
  epochs: integer({ default: 20, min: 1, max: 5000, label: 'Epochs', help: 'Passes over all interactions.' }),
  batchSize: integer({
    default: 2048,
    min: 1,
    max: 1000000,
    label: 'Batch size',
    help: 'Interactions in one step.',
  }),
  learningRate: real({
    default: 0.01,
    min: 1e-6,
    max: 10,
    scale: 'log',
    label: 'Learning rate',
    symbol: 'α',
    help: 'Step size of Adam.',
  }),
  negativeCount: integer({
    default: 10,
    min: 1,
    max: 1000,
    label: 'Negatives',
    help: 'Items drawn for every interaction, of which the nearest counts.',
  }),
  margin: real({
    default: 1,
    min: 0,
    max: 1000,
    label: 'Margin',
    symbol: 'm',
    help: 'How much nearer, in squared distance, a clicked item should be than any other.',
  }),
  unitBall: flag({
    default: true,
    label: 'Inside the unit ball',
    help: 'Vectors longer than 1 are used at length 1, as in Hsieh et al. The code of Tang et al., with margin 10, leaves them free.',
  }),
  rankWeight: flag({
    default: true,
    label: 'Weight by rank',
    help: 'Pairs whose clicked item ranks low count more, by the logarithm of the estimated rank, as in Hsieh et al.; the code of Tang et al. does not.',
  }),
  regularization: real({
    default: 0,
    min: 0,
    max: 100,
    label: 'L2 regularization',
    symbol: 'λ',
    help: 'Weight of the squared size of all vectors, or of those of the batch; half of what Adam’s coupled weight decay, or the l2 of the authors’ code, is set to.',
  }),
  regularized: choice({
    default: 'all',
    label: 'What is regularized',
    advanced: true,
    options: { all: 'all vectors, in every step', batch: 'those of the batch (code of Tang et al.)' },
    help: 'With the batch, the squared lengths of the vectors that it uses join the loss, each as often as it is used; all other vectors are left alone.',
  }),
  initialDeviation: real({
    default: 0.1,
    min: 1e-6,
    max: 10,
    scale: 'log',
    label: 'Initial deviation',
    symbol: 'σ',
    advanced: true,
    help: 'Standard deviation of the random vectors before training.',
  }),
} as const;

export type CmlParameters = ParametersOf<typeof parameters>;

export const spec = {
  id: 'cml',
  name: 'CML',
  summary:
    'Users and items are points in one space; a user is pulled to clicked items and away from the nearest others.',
  family: 'model',
  parameters,
  references: ['hsieh-2017', 'tang-2020'],
  fidelity: 'simplified',
  differences: [
    'The unit ball bounds the vectors that are used, not the stored ones after each step; the covariance term and item features of Hsieh et al. are left out.',
    'Adam instead of AdaGrad, as in the code of Tang et al.',
    'By default the L2 term is on all vectors in every step; that of the code of Tang et al., on the vectors of the batch, is an option. Their paper gives none for this model, and Hsieh et al. bound the vectors instead.',
    'Derivatives through the training are those between kinks: where a hinge, the nearest item or a rank weight switches, the jump counts as nothing.',
    'A fake profile given as variables takes part once an epoch with its expected loss over all items, each weighted by its entry.',
  ],
  task: 'ranking',
  trainingLoss: 'Hinge (squared distance, mean)',
  capabilities: { gradients: 'exact', embeddings: true, readsData: false, sequences: false },
} as const satisfies ModelSpec<typeof parameters>;
