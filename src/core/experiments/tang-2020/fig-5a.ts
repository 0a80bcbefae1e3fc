import type { Preset } from '../preset.ts';
import { movielensBase, smallAttacks, smallModels } from './movielens-base.ts';

const { fakeUserCount, targetItems } = smallAttacks.sgd.params;
const { itemAutoencoder } = smallAttacks;

/** The autoencoder without unrolling, with threshold and forced targets as in the authors' code. */
const itemAutoencoderDirect = {
  ...itemAutoencoder,
  params: { ...itemAutoencoder.params, unrollSteps: 0, threshold: 0.05, forceTargets: true },
};
const randomFiller = { id: 'random-filler', params: { fakeUserCount, targetItems, fillerCount: 30 } };

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
    evaluation: { ...movielensBase.evaluation, baseline: false },
    axes: [
      {
        name: 'surrogate',
        points: [
          { label: 'RandFilter', set: { attack: randomFiller } },
          { label: 'WRMF+ALS', set: { attack: smallAttacks.als } },
          { label: 'WRMF+SGD', set: { attack: smallAttacks.sgd } },
          { label: 'ItemAE', set: { attack: itemAutoencoder } },
          { label: 'ItemAE(PD)', set: { attack: itemAutoencoderDirect } },
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
    'The paper’s column of NeuMF is left out: its training alone would take longer than all others. WRMF-ALS is a victim of the lab’s own.',
  ],
  estimate: { seconds: 2000, bytes: 150e6 },
  published: [],
  notes: [
    'Figure only: the heat map of Fig. 5a gives no numbers in the text.',
    'The cost is extrapolated from parts: this experiment has not been run whole yet.',
  ],
};
