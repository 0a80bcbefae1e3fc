import type { Preset } from '../preset.ts';
import {
  gowallaBase,
  paperAttacks,
  paperModels,
  paperModelsNotes,
  paperModelsReduced,
} from './gowalla-base.ts';
import { paperTargetsNotes } from './gowalla-targets.ts';

/** A recommender, and a detector that looks for clusters among the users as that recommender sees them. */
const space = (model: { readonly id: string; readonly params: object }) => ({
  victim: model,
  defenses: [{ id: 'latent-cluster-detector', params: { model } }],
});

export const fig5cPaper: Preset = {
  id: 'tang-2020/fig-5c@paper',
  title: 'Where do fake users stand in a recommender’s mind? (Gowalla)',
  story:
    'A map of the users as WRMF and Mult-VAE see them, by the main two directions of their user vectors: do random fake users stand together, and do learned ones hide in the recommender that they were learned on and stand out in the other?',
  paper: 'tang-2020',
  spec: {
    ...gowallaBase,
    evaluation: { ...gowallaBase.evaluation, control: false, baseline: false },
    repeats: 1,
    ...space(paperModels.wrmf),
    attack: paperAttacks.sgd,
    axes: [
      {
        name: 'fakes',
        points: [
          { label: 'WRMF+SGD', set: { attack: paperAttacks.sgd } },
          { label: 'RandFilter', set: { attack: paperAttacks.randomFiller } },
        ],
      },
      {
        name: 'space',
        points: [
          { label: 'WRMF', set: space(paperModels.wrmf) },
          { label: 'Mult-VAE', set: space(paperModels.multVae) },
        ],
      },
    ],
  },
  reduced: [paperModelsReduced[0]],
  estimate: { seconds: 16000, bytes: 2.1e9 },
  published: [],
  notes: [
    'Figure only: Fig. 5c is a picture of points. The text says that RandFilter’s fakes form clusters in both spaces, and those of WRMF+SGD “although not form cluster in the latent space of WRMF” are “suspect in the latent space of MultVAE”. The detector’s number is the lab’s own.',
    'The paper does not say how many places RandFilter clicks besides the targets; here it is 30, about as many as most users.',
    ...paperModelsNotes.slice(0, 2),
    paperTargetsNotes[0],
    'The cost is extrapolated from an outer step through WRMF (113 s of processor time), eleven trainings of Mult-VAE (17 min each) and as many of WRMF (1 to 2 min); this experiment has not been run.',
  ],
};
