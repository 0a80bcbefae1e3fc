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
    default: 10,
    min: 1,
    max: 1000,
    label: 'Sweeps',
    help: 'How often all users and then all items are solved for.',
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
    default: 0.05,
    min: 1e-6,
    max: 100000,
    scale: 'log',
    label: 'L2 regularization',
    symbol: 'λ',
    help: 'Weight of the squared size of all factors; above 0 so that every system can be solved.',
  }),
  initialDeviation: real({
    default: 0.1,
    min: 1e-6,
    max: 10,
    scale: 'log',
    label: 'Initial deviation',
    symbol: 'σ',
    advanced: true,
    help: 'Standard deviation of the random item factors before the first sweep.',
  }),
} as const;

export type WrmfAlsParameters = ParametersOf<typeof parameters>;

export const spec = {
  id: 'wrmf-als',
  name: 'WRMF (ALS)',
  summary:
    'Weighted matrix factorization solved by turns: all users with the items fixed, then all items with the users fixed.',
  family: 'model',
  parameters,
  references: ['hu-2008', 'tang-2020'],
  fidelity: 'faithful',
  differences: [
    'Only the last solution for the items is differentiated, through its right-hand side, with users and weights fixed: the partial derivative that earlier attacks used and that Tang et al. compare with.',
  ],
  task: 'ranking',
  capabilities: { gradients: 'partial', embeddings: true, readsData: false, sequences: false },
} as const satisfies ModelSpec<typeof parameters>;
