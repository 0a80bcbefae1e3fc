import type { Preset } from '../preset.ts';
import { gowallaBase, paperModels, paperModelsNotes, paperModelsReduced } from './gowalla-base.ts';

/** `at`: the epochs at which the recall is read. */
const rows = [
  { label: 'WRMF', value: 0.2885, at: [10, 30, 50], model: paperModels.wrmf },
  { label: 'WRMF-ALS', value: 0.2898, at: [10], model: paperModels.als },
  { label: 'ItemAE', value: 0.2862, at: [10, 30, 50], model: paperModels.itemAutoencoder },
  { label: 'NeuMF', value: 0.2878, at: [1, 2, 4, 6], model: paperModels.neumf },
  { label: 'Mult-VAE', value: 0.2905, at: [5, 10, 15, 20], model: paperModels.multVae },
  { label: 'CML', value: 0.2872, at: [5, 10, 20, 30], model: paperModels.cml },
  { label: 'ItemCF', value: 0.2191, at: [1], model: paperModels.itemCf },
];

export const table1Paper: Preset = {
  id: 'tang-2020/table-1@paper',
  title: 'How good are the victims before any attack? (Gowalla)',
  story:
    'Recall at 50 of every recommender on Gowalla check-ins, on clean data, and its way there over the epochs. An attack on a bad recommender would prove nothing.',
  paper: 'tang-2020',
  spec: {
    ...gowallaBase,
    repeats: 1,
    victim: paperModels.wrmf,
    attack: null,
    evaluation: { cutoffs: [50], control: false },
    axes: [
      {
        name: 'model',
        points: rows.map(({ label, at, model }) => ({
          label,
          set: { victim: model, 'evaluation.at': { of: 'epochs', values: at, retrain: false } },
        })),
      },
    ],
  },
  reduced: paperModelsReduced,
  estimate: { seconds: 7200, bytes: 1e9 },
  published: rows.map(({ label, value }) => ({
    at: { model: label },
    phase: 'clean',
    metric: 'recall@50',
    value,
    source: 'Tang et al. 2020, Table 1',
  })),
  notes: [...paperModelsNotes, 'The cost is extrapolated from the time of single steps.'],
};
