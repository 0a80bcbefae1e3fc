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
  estimate: { seconds: 1500, bytes: 150e6 },
  published: [],
  notes: [
    'Figure only: the heat map of Fig. 5a gives no numbers in the text.',
    'Mean reach of five popular targets (top 50, three seeds of the victims), for WRMF, WRMF-ALS, ItemAE, Mult-VAE, CML, ItemCF: clean .445, .455, .468, .481, .425, .619; RandFilter .460, .408, .429, .565, .466, .112; WRMF+ALS .418, .381, .382, .516, .410, .228; WRMF+SGD .522, .474, .533, .719, .470, .106; ItemAE .452, .464, .542, .565, .477, .493; ItemAE(PD) .528, .542, .598, .717, .549, .400.',
    'So the partial derivative of ItemAE carries furthest here, before WRMF+SGD, and WRMF+ALS harms its own targets. Mult-VAE is moved by everything, random clicks too; ItemCF punishes all fake users. The attack of a row is learned once.',
    'The cost is roughly the processor time of the two shards in which it was run.',
  ],
};
