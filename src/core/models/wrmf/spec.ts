import type { ModelSpec } from '../../contracts.ts';
import { integer, real, type ParametersOf } from '../../params/fields.ts';

const parameters = {
  embeddingSize: integer({
    default: 16,
    min: 1,
    max: 512,
    label: 'Embedding size',
    symbol: 'D',
    help: 'Numbers that describe each user and each item.',
  }),
  epochs: integer({
    default: 100,
    min: 1,
    max: 5000,
    label: 'Training steps',
    symbol: 'L',
    help: 'Passes over all users. With all users in one step, the number of Adam steps.',
  }),
  batchSize: integer({
    default: 0,
    min: 0,
    max: 1000000,
    label: 'Batch size',
    advanced: true,
    help: 'Users in one Adam step, shuffled in every epoch; 0 takes all at once. The authors use 2048 on real data and all in their toy.',
  }),
  learningRate: real({
    default: 0.5,
    min: 1e-5,
    max: 10,
    scale: 'log',
    label: 'Learning rate',
    symbol: 'α',
    help: 'Step size of Adam.',
  }),
  positiveWeight: real({
    default: 20,
    min: 1,
    max: 1000,
    label: 'Weight of positives',
    symbol: 'w',
    help: 'How much more an observed interaction counts than a missing one (which counts 1).',
  }),
  regularization: real({
    default: 0,
    min: 0,
    max: 100,
    label: 'L2 regularization',
    symbol: 'λ',
    help: 'Weight of the squared size of all factors in the loss. The authors’ toy uses 0.',
  }),
  initialDeviation: real({
    default: 1,
    min: 1e-6,
    max: 10,
    scale: 'log',
    label: 'Initial deviation',
    symbol: 'σ',
    advanced: true,
    help: 'Standard deviation of the random factors before training.',
  }),
} as const;

export type WrmfParameters = ParametersOf<typeof parameters>;

export const spec = {
  id: 'wrmf',
  name: 'WRMF',
  summary:
    'Weighted matrix factorization: users and items become vectors whose product should be 1 where there was an interaction.',
  family: 'model',
  parameters,
  references: ['hu-2008', 'tang-2020'],
  fidelity: 'faithful',
  differences: [
    'Trained by Adam, as Tang et al. do, not by alternating least squares as Hu et al.',
    'With batches the L2 term is added in full at every step, like the weight decay of the authors’ code.',
    'The loss is computed in Gram form from the observed entries alone; it equals the sum over all cells.',
  ],
  task: 'ranking',
  trainingLoss: 'Weighted squared error (sum)',
  capabilities: { gradients: 'exact', embeddings: true, readsData: false, sequences: false },
} as const satisfies ModelSpec<typeof parameters>;
