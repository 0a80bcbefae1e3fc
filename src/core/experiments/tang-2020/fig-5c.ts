import type { Preset } from '../preset.ts';
import { movielensBase, smallAttacks, smallModels } from './movielens-base.ts';

const { fakeUserCount, targetItems } = smallAttacks.sgd.params;

/** A recommender, and a detector that looks for clusters among the users as that recommender sees them. */
const space = (model: { readonly id: string; readonly params: object }) => ({
  victim: model,
  defenses: [{ id: 'latent-cluster-detector', params: { model } }],
});

export const fig5c: Preset = {
  id: 'tang-2020/fig-5c',
  title: 'Where do fake users stand in a recommender’s mind?',
  story:
    'A map of the users as two recommenders see them: the main two directions of WRMF’s and of Mult-VAE’s user vectors. Random fake users stand together; learned ones may hide in one recommender and stand out in the other. A detector that looks for unusual clusters puts a number to it.',
  paper: 'tang-2020',
  spec: {
    ...movielensBase,
    evaluation: { ...movielensBase.evaluation, control: false, baseline: false },
    repeats: 1,
    ...space(smallModels.wrmf),
    attack: smallAttacks.sgd,
    axes: [
      {
        name: 'fakes',
        points: [
          { label: 'WRMF+SGD', set: { attack: smallAttacks.sgd } },
          {
            label: 'RandFilter',
            set: { attack: { id: 'random-filler', params: { fakeUserCount, targetItems, fillerCount: 30 } } },
          },
        ],
      },
      {
        name: 'space',
        points: [
          { label: 'WRMF', set: space(smallModels.wrmf) },
          { label: 'Mult-VAE', set: space(smallModels.multVae) },
        ],
      },
    ],
  },
  reduced: ['MovieLens small in place of Gowalla, and 10% fake users in place of 1%.', 'One repeat.'],
  estimate: { seconds: 120, bytes: 150e6 },
  published: [],
  notes: [
    'Figure only: Fig. 5c is a picture of points. The detector’s number is the lab’s own.',
    'The paper gives no number of clicks for RandFilter; here it clicks 30 films besides the targets, about as many as the learned fake users do.',
    'Spread of the fakes on the map, against that of the genuine users: RandFilter .35 for WRMF and .21 for Mult-VAE, WRMF+SGD .84 and .82. Random fakes form a cluster in both, as the paper says; learned ones are not seen to stand out in Mult-VAE here, as they do there.',
    'AUC of the cluster detector: RandFilter .444 for WRMF and .809 for Mult-VAE, WRMF+SGD .510 and .505. Over three repeats WRMF+SGD in WRMF gave .510, .515 and .486.',
    'Mult-VAE was the victim hit hardest by fakes that WRMF taught: reach of the five targets .570 clean, .770 attacked; random fakes left it at .558.',
    'The stored result keeps the map of the first cell; a run in the page shows that of the cell in work.',
    'The cost is put together from processor time, on a machine that was shared.',
  ],
};
