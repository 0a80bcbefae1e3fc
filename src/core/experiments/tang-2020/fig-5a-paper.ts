import type { Preset } from '../preset.ts';
import {
  gowallaBase,
  paperAttacks,
  paperModels,
  paperModelsNotes,
  paperModelsReduced,
} from './gowalla-base.ts';
import { paperTargetsNotes } from './gowalla-targets.ts';

export const fig5aPaper: Preset = {
  id: 'tang-2020/fig-5a@paper',
  title: 'Does an attack learned on one model fool another? (Gowalla)',
  story:
    'Five ways to make 131 fake users, for popular targets, against six recommenders that are each trained from scratch. Rows are what the attacker had, columns what was really in use.',
  paper: 'tang-2020',
  spec: {
    ...gowallaBase,
    repeats: 4,
    vary: ['init'],
    victim: paperModels.wrmf,
    attack: paperAttacks.sgd,
    evaluation: { ...gowallaBase.evaluation, baseline: false },
    axes: [
      {
        name: 'surrogate',
        points: [
          { label: 'RandFilter', set: { attack: paperAttacks.randomFiller } },
          { label: 'WRMF+ALS', set: { attack: paperAttacks.als } },
          { label: 'WRMF+SGD', set: { attack: paperAttacks.sgd } },
          { label: 'ItemAE', set: { attack: paperAttacks.itemAutoencoder } },
          { label: 'ItemAE(PD)', set: { attack: paperAttacks.itemAutoencoderDirect } },
        ],
      },
      {
        name: 'victim',
        points: [
          { label: 'WRMF', set: { victim: paperModels.wrmf } },
          { label: 'ItemAE', set: { victim: paperModels.itemAutoencoder } },
          { label: 'NeuMF', set: { victim: paperModels.neumf } },
          { label: 'Mult-VAE', set: { victim: paperModels.multVae } },
          { label: 'CML', set: { victim: paperModels.cml } },
          { label: 'ItemCF', set: { victim: paperModels.itemCf } },
        ],
      },
    ],
  },
  reduced: paperModelsReduced,
  estimate: { seconds: 190000, bytes: 2.1e9 },
  published: [],
  notes: [
    ...paperModelsNotes,
    paperTargetsNotes[0],
    'Figure only: Fig. 5a is a chart whose numbers stand nowhere in the text.',
    'The paper does not say how many items its random fake users click besides the targets; here it is 30, about as many as most users.',
    'The cost is extrapolated from an outer step through WRMF (113 s) and the training of single victims.',
  ],
};
