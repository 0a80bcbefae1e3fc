import type { ModelSpec } from '../../contracts.ts';
import { choice, integer, list, real, type ParametersOf } from '../../params/fields.ts';

const parameters = {
  layerSizes: list({
    default: [64, 32],
    min: 1,
    max: 4096,
    integer: true,
    maxLength: 4,
    label: 'Layer sizes',
    help: 'Hidden layers from the input to the middle; the way back mirrors them.',
  }),
  activation: choice({
    default: 'tanh',
    label: 'Activation',
    options: { tanh: 'tanh', selu: 'SELU' },
    help: 'Between the layers; the last one is linear. The authors use tanh on real data and SELU in their toy.',
  }),
  epochs: integer({
    default: 100,
    min: 1,
    max: 5000,
    label: 'Epochs',
    help: 'Passes over all items.',
  }),
  batchSize: integer({
    default: 2048,
    min: 1,
    max: 1000000,
    label: 'Batch size',
    help: 'Items in one step. At or above the number of items every step sees all data.',
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
    help: 'Weight of the squared size of all weights and biases; half of what Adam’s coupled weight decay is set to.',
  }),
} as const;

export type ItemAutoencoderParameters = ParametersOf<typeof parameters>;

export const spec = {
  id: 'item-autoencoder',
  name: 'ItemAE',
  summary:
    'An autoencoder over items: it reads who clicked an item, squeezes that through a narrow layer and predicts who else would.',
  family: 'model',
  parameters,
  references: ['sedhain-2015', 'tang-2020'],
  fidelity: 'faithful',
  differences: [
    'The loss is computed in Gram form from the observed entries alone; it equals the sum over all cells.',
    'The L2 term acts on every weight and bias through Adam’s gradient, as in the authors’ code; it is not part of the training loss that is shown.',
  ],
  task: 'ranking',
  trainingLoss: 'Weighted squared error (sum)',
  capabilities: { gradients: 'exact', embeddings: false, readsData: true, sequences: false },
} as const satisfies ModelSpec<typeof parameters>;
