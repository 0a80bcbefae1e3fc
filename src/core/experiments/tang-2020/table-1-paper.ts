import type { Preset } from '../preset.ts';

const size = { embeddingSize: 128, initialDeviation: 0.1 };

const models = [
  {
    label: 'WRMF',
    value: 0.2885,
    model: { id: 'wrmf', params: { ...size, epochs: 350, learningRate: 0.01, regularization: 5e-6 } },
  },
  {
    label: 'WRMF-ALS',
    value: 0.2898,
    model: { id: 'wrmf-als', params: { ...size, epochs: 10, regularization: 0.05 } },
  },
  {
    label: 'ItemAE',
    value: 0.2862,
    model: {
      id: 'item-autoencoder',
      params: { layerSizes: [256, 128], epochs: 50, learningRate: 0.001, regularization: 5e-7 },
    },
  },
  { label: 'ItemCF', value: 0.2191, model: { id: 'item-cf', params: { neighbourCount: 50 } } },
];

export const table1Paper: Preset = {
  id: 'tang-2020/table-1@paper',
  title: 'How good are the victims before any attack?',
  story:
    'Recall at 50 of every recommender on Gowalla check-ins, on clean data. An attack on a bad recommender would prove nothing.',
  paper: 'tang-2020',
  spec: {
    version: 1,
    seed: 1,
    repeats: 1,
    dataset: { id: 'gowalla-15core', params: {} },
    split: { id: 'ratio', params: { testFraction: 0.2, over: 'user' } },
    victim: models[0]?.model,
    attack: null,
    evaluation: { cutoffs: [50] },
    axes: [{ name: 'model', points: models.map(({ label, model }) => ({ label, set: { victim: model } })) }],
  },
  reduced: [
    'Four of the seven recommenders: NeuMF, Mult-VAE and CML are left out.',
    'An own split, 80% of each user’s check-ins for training: the authors’ training file is not public.',
    'WRMF takes 350 full-batch steps in place of 50 epochs of 7 batches.',
  ],
  estimate: { seconds: 3600, bytes: 1e9 },
  published: models.map(({ label, value }) => ({
    at: { model: label },
    phase: 'clean',
    metric: 'recall@50',
    value,
    source: 'Tang et al. 2020, Table 1',
  })),
  notes: [
    'Needs the Gowalla file through --data.',
    'The cost is extrapolated from parts: this experiment has not been run whole yet.',
  ],
};
