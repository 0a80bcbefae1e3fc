import type { Preset } from '../preset.ts';
import { movielensBase, smallAttacks, smallModels } from './movielens-base.ts';

export const fig5b: Preset = {
  id: 'tang-2020/fig-5b',
  title: 'Do fake users click like real ones?',
  story:
    'Fake users are learned on three kinds of recommender. How popular are the films that they click, beside those that real people click, and beside random clicks of equal budget? Two distances say how far apart the pictures are.',
  paper: 'tang-2020',
  spec: {
    ...movielensBase,
    evaluation: { ...movielensBase.evaluation, control: false },
    repeats: 3,
    vary: ['init', 'attack'],
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
    ],
  },
  reduced: ['MovieLens small in place of Gowalla, and 10% fake users in place of 1%.'],
  estimate: { seconds: 300, bytes: 150e6 },
  published: [],
  notes: [
    'Figure only: Fig. 5b draws densities and gives no number.',
    'The cost is extrapolated from parts: this experiment has not been run whole yet.',
  ],
};
