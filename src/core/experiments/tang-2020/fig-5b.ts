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
    repeats: 1,
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
  reduced: [
    'MovieLens small in place of Gowalla, and 10% fake users in place of 1%.',
    'One repeat: learning through the autoencoder takes about two minutes of each.',
  ],
  estimate: { seconds: 170, bytes: 150e6 },
  published: [],
  notes: [
    'Figure only: Fig. 5b draws densities and gives no number.',
    'Total variation and Jensen-Shannon distance to genuine clicks over three repeats (initialisation and attack varied): WRMF+SGD .079 ± .041 and .107 ± .047, WRMF+ALS .435 ± .263 and .446 ± .265, ItemAE .079 ± .060 and .083 ± .049. Total variation of random filler of equal budget: .241, .380, .329. That of 67 genuine users drawn at random, 200 times: .027 on average, .087 at most.',
    'So the fakes of WRMF+SGD and ItemAE are nearer to genuine clicks than random filler is, as the paper says of WRMF+SGD, but not as near as genuine users are; those of WRMF+ALS are no nearer than random filler. The last make few clicks, 18, 27 and 5 each in the three repeats, and those of ItemAE many, 218 to 262.',
    'The five popular targets were hardly pushed: reach .492 clean, .510, .451 and .510 attacked (deviation .05 to .07).',
    'The cost is processor time, measured on a machine that was shared.',
  ],
};
