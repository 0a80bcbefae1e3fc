import type { ModelSpec } from '../../contracts.ts';
import { choice, integer, list, real, type ParametersOf } from '../../params/fields.ts';

const parameters = {
  embeddingSize: integer({
    default: 32,
    min: 1,
    max: 512,
    label: 'Embedding size (GMF)',
    symbol: 'D',
    help: 'Numbers that describe each user and each item in the product branch.',
  }),
  hiddenEmbeddingSize: integer({
    default: 16,
    min: 1,
    max: 512,
    label: 'Embedding size (MLP)',
    help: 'Numbers that describe each user and each item in the network branch.',
  }),
  layerSizes: list({
    default: [32, 16],
    min: 1,
    max: 1024,
    integer: true,
    maxLength: 6,
    label: 'Layer sizes',
    help: 'Hidden layers of the network branch. Without any, the two embeddings go straight to the output, as the code of Tang et al. does.',
  }),
  activation: choice({
    default: 'relu',
    label: 'Activation',
    options: { relu: 'ReLU (He et al.)', tanh: 'tanh (code of Tang et al.)' },
    help: 'Between the layers of the network branch.',
  }),
  epochs: integer({ default: 20, min: 1, max: 5000, label: 'Epochs', help: 'Passes over all interactions.' }),
  batchSize: integer({
    default: 1024,
    min: 1,
    max: 1000000,
    label: 'Batch size',
    help: 'Interactions in one step, each with its negatives.',
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
  negativeCount: integer({
    default: 4,
    min: 1,
    max: 1000,
    label: 'Negatives',
    help: 'Items drawn for every interaction, anew in every epoch.',
  }),
  regularization: real({
    default: 0,
    min: 0,
    max: 100,
    label: 'L2 regularization',
    symbol: 'λ',
    help: 'Weight of the squared size of all embeddings and weights, or of the vectors of the batch; half of what Adam’s coupled weight decay, or the l2 of the authors’ code, is set to.',
  }),
  regularized: choice({
    default: 'all',
    label: 'What is regularized',
    advanced: true,
    options: { all: 'everything, in every step', batch: 'the vectors of the batch (code of Tang et al.)' },
    help: 'With the batch, the squared lengths of the vectors that it uses join the loss, each as often as it is used; weights and all other vectors are left alone.',
  }),
  initialDeviation: real({
    default: 0.1,
    min: 1e-6,
    max: 10,
    scale: 'log',
    label: 'Initial deviation',
    symbol: 'σ',
    advanced: true,
    help: 'Standard deviation of the random embeddings before training. He et al. use 0.01, the code of Tang et al. 1.',
  }),
} as const;

export type NeumfParameters = ParametersOf<typeof parameters>;

export const spec = {
  id: 'neumf',
  name: 'NeuMF (NCF)',
  summary:
    'Neural collaborative filtering: a product of vectors and a small network together guess whether a user would click an item.',
  family: 'model',
  parameters,
  references: ['he-2017', 'tang-2020'],
  fidelity: 'faithful',
  differences: [
    'Trained from scratch by Adam; the pretraining of the two branches that He et al. offer is left out.',
    'By default the L2 term is on all vectors and weights in every step; that of the code of Tang et al., on the vectors of the batch, is an option. Their paper gives none for this model.',
    'The paper of Tang et al. names one layer of 128; their code builds none, which an empty list of layers gives.',
    'A fake profile given as variables takes part once an epoch with its expected loss over all items, each weighted by its entry.',
  ],
  task: 'ranking',
  trainingLoss: 'Binary cross-entropy (nats, mean)',
  capabilities: { gradients: 'exact', embeddings: true, readsData: false, sequences: false },
} as const satisfies ModelSpec<typeof parameters>;
