import type { Preset } from '../preset.ts';
import { gowallaBase, paperAttacks, paperModels, paperModelsNotes } from './gowalla-base.ts';
import { paperTargetsNotes } from './gowalla-targets.ts';

export const fig5bPaper: Preset = {
  id: 'tang-2020/fig-5b@paper',
  title: 'Do fake users click like real ones? (Gowalla)',
  story:
    '131 fake users are learned on WRMF, and 131 more click at random. How popular are the places that they click, beside those that real people visit? Two distances say how far apart the pictures are.',
  paper: 'tang-2020',
  spec: {
    ...gowallaBase,
    evaluation: { ...gowallaBase.evaluation, control: false, baseline: false },
    repeats: 1,
    victim: paperModels.wrmf,
    attack: paperAttacks.sgd,
    axes: [
      {
        name: 'fakes',
        points: [
          { label: 'WRMF+SGD', set: { attack: paperAttacks.sgd } },
          { label: 'RandFilter', set: { attack: paperAttacks.randomFiller } },
        ],
      },
    ],
  },
  reduced: [],
  estimate: { seconds: 4000, bytes: 2.1e9 },
  published: [],
  notes: [
    'Figure only: Fig. 5b draws densities and gives no number. The text says that RandFilter clicks places of “totally random popularity”, and that the distribution of WRMF+SGD has a “marginal difference from normal users”.',
    'The paper draws 500 of the normal users, here all of them are counted.',
    'The paper does not say how many places RandFilter clicks besides the targets; here it is 30, about as many as most users.',
    ...paperModelsNotes.slice(0, 2),
    paperTargetsNotes[0],
    'The cost is extrapolated from an outer step through WRMF (113 s of processor time) and the training of WRMF (1 to 2 min); this experiment has not been run.',
  ],
};
