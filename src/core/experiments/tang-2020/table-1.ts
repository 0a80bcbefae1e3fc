import type { Preset } from '../preset.ts';
import { movielensBase, smallModels } from './movielens-base.ts';

const models = [
  { label: 'WRMF', model: smallModels.wrmf },
  { label: 'WRMF-ALS', model: smallModels.als },
  { label: 'ItemAE', model: smallModels.itemAutoencoder },
  { label: 'NeuMF', model: smallModels.neumf },
  { label: 'Mult-VAE', model: smallModels.multVae },
  { label: 'CML', model: smallModels.cml },
  { label: 'ItemCF', model: smallModels.itemCf },
];

export const table1: Preset = {
  id: 'tang-2020/table-1',
  title: 'How good are the victims before any attack?',
  story:
    'Recall at 50 of every recommender on film ratings, on clean data. An attack on a bad recommender would prove nothing, so this comes before any attack.',
  paper: 'tang-2020',
  spec: {
    ...movielensBase,
    repeats: 3,
    vary: ['init'],
    victim: smallModels.wrmf,
    attack: null,
    evaluation: { ...movielensBase.evaluation, control: false },
    axes: [{ name: 'model', points: models.map(({ label, model }) => ({ label, set: { victim: model } })) }],
  },
  reduced: [
    'MovieLens small in place of Gowalla, and models a fraction of the paper’s size.',
    'NeuMF trains for 10 epochs, half of what it is given elsewhere in the lab.',
  ],
  estimate: { seconds: 200, bytes: 150e6 },
  published: [],
  notes: [
    'The paper’s Table 1 is on Gowalla and is no mark for this data.',
    'Measured once: WRMF .372, WRMF-ALS .386, ItemAE .369, NeuMF .329, Mult-VAE .372, CML .387, ItemCF .345, in 202 s of processor time.',
  ],
};
