import type { Preset } from '../preset.ts';
import { movielensBase, smallAttacks, smallModels } from './movielens-base.ts';

const stratum = (label: string) => ({ label, set: { 'attack.params.targetItems.stratum': label } });

export const table2: Preset = {
  id: 'tang-2020/table-2',
  title: 'Which films can be pushed?',
  story:
    'The paper finds popular targets easy to push and rare ones hard; does that hold for films? For each stratum of popularity, five targets are pushed through two surrogates, and five different victims are trained on the outcome.',
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
  estimate: { seconds: 1700, bytes: 150e6 },
  published: [],
  notes: [
    'The paper’s Table 2 is on Gowalla and is no mark for this data: WRMF victim, WRMF+SGD attack, head .1014 to .1405, tail .0005 to .0183.',
    'Measured in one repeat with the victims WRMF and ItemAE: mean reach over the strata .188 clean, .179 retrained, .201 under random filler, .221 under WRMF+ALS, .280 under WRMF+SGD.',
    'ItemCF reacts the other way round, to both attacks and to random filler: 67 accounts with little in common make every target less similar to what genuine users click, and its mean reach falls from .221 to .027 (WRMF+SGD), .064 (WRMF+ALS) and .030 (filler). Over these three victims together WRMF+SGD (.196) is level with clean (.199) and control (.193), and above WRMF+ALS (.169). Mult-VAE and CML were added as victims after that.',
    'The cost is extrapolated from that repeat, which took 323 s of processor time.',
  ],
};
