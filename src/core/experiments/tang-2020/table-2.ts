import type { Preset } from '../preset.ts';
import { movielensBase, smallAttacks, smallModels } from './movielens-base.ts';

const stratum = (label: string) => ({ label, set: { 'attack.params.targetItems.stratum': label } });

export const table2: Preset = {
  id: 'tang-2020/table-2',
  title: 'Which films can be pushed?',
  story:
    'Popular targets are easy to push, rare ones hard. For each stratum of popularity, five targets are pushed through two surrogates, and five different victims are trained on the outcome.',
  paper: 'tang-2020',
  spec: {
    ...movielensBase,
    repeats: 5,
    vary: ['init'],
    victim: smallModels.wrmf,
    attack: smallAttacks.sgd,
    axes: [
      {
        name: 'attack',
        points: [
          { label: 'WRMF+SGD', set: { attack: smallAttacks.sgd } },
          { label: 'WRMF+ALS', set: { attack: smallAttacks.als } },
        ],
      },
      { name: 'targets', points: ['head', 'upper-torso', 'lower-torso', 'tail'].map(stratum) },
      {
        name: 'victim',
        points: [
          { label: 'WRMF', set: { victim: smallModels.wrmf } },
          { label: 'ItemAE', set: { victim: smallModels.itemAutoencoder } },
          { label: 'Mult-VAE', set: { victim: smallModels.multVae } },
          { label: 'CML', set: { victim: smallModels.cml } },
          { label: 'ItemCF', set: { victim: smallModels.itemCf } },
        ],
      },
    ],
  },
  reduced: [
    'MovieLens small in place of Gowalla, and 10% fake users in place of 1%: on 670 users 1% are 7 accounts.',
    'NeuMF is left out among the victims: its training alone would take longer than all others.',
    'The exact gradient through all training steps in place of the last 10%.',
  ],
  estimate: { seconds: 700, bytes: 150e6 },
  published: [],
  notes: [
    'The paper’s Table 2 is on Gowalla and is no mark for this data: WRMF victim, WRMF+SGD attack, head .1014 to .1405, tail .0005 to .0183.',
    'The cost is extrapolated from parts: this experiment has not been run whole yet.',
  ],
};
