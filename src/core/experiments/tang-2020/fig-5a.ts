import type { Preset } from '../preset.ts';
import { movielensBase, smallAttacks, smallModels } from './movielens-base.ts';

export const fig5a: Preset = {
  id: 'tang-2020/fig-5a',
  title: 'Does an attack learned on one model fool another?',
  story:
    'Fake users are learned on one kind of recommender and let loose on the others, each trained from scratch. Rows are what the attacker had, columns what was really in use.',
  paper: 'tang-2020',
  spec: {
    ...movielensBase,
    repeats: 3,
    vary: ['init'],
    victim: smallModels.wrmf,
    attack: smallAttacks.sgd,
    axes: [
      {
        name: 'surrogate',
        points: [
          { label: 'WRMF+SGD', set: { attack: smallAttacks.sgd } },
          { label: 'WRMF+ALS', set: { attack: smallAttacks.als } },
          { label: 'ItemAE', set: { attack: smallAttacks.itemAutoencoder } },
        ],
      },
      {
        name: 'victim',
        points: [
          { label: 'WRMF', set: { victim: smallModels.wrmf } },
          { label: 'WRMF-ALS', set: { victim: smallModels.als } },
          { label: 'ItemAE', set: { victim: smallModels.itemAutoencoder } },
          { label: 'Mult-VAE', set: { victim: smallModels.multVae } },
          { label: 'CML', set: { victim: smallModels.cml } },
          { label: 'ItemCF', set: { victim: smallModels.itemCf } },
        ],
      },
    ],
  },
  reduced: [
    'MovieLens small in place of Gowalla, and 10% fake users in place of 1%.',
    'NeuMF is left out among the victims: its training alone would take longer than all others.',
    'The autoencoder with the partial derivative alone is left out among the attacks; random filler stands beside each of them as a phase.',
  ],
  estimate: { seconds: 1500, bytes: 150e6 },
  published: [],
  notes: [
    'Figure only: the heat map of Fig. 5a gives no numbers in the text.',
    'The cost is extrapolated from parts: this experiment has not been run whole yet.',
  ],
};
