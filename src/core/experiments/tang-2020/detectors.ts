import type { Preset } from '../preset.ts';
import { movielensBase, smallAttacks, smallModels } from './movielens-base.ts';

/** One film of middling fame, which the learned attack pushes well on this data. */
const common = { fakeUserCount: 67, targetItems: { by: 'id', ids: ['1136'] } } as const;

const attacks = [
  { label: 'learned', attack: { ...smallAttacks.sgd, params: { ...smallAttacks.sgd.params, ...common } } },
  { label: 'random filler', attack: { id: 'random-filler', params: { ...common, fillerCount: 30 } } },
  { label: 'average', attack: { id: 'average', params: { ...common, fillerCount: 30 } } },
  {
    label: 'bandwagon',
    attack: { id: 'bandwagon', params: { ...common, popularCount: 10, fillerCount: 20 } },
  },
  { label: 'segment', attack: { id: 'segment', params: { ...common, segmentCount: 10, fillerCount: 20 } } },
];

const detectors = [
  { label: 'PCA', id: 'pca-detector' },
  { label: 'features', id: 'degree-detector' },
  { label: 'clusters', id: 'latent-cluster-detector' },
];

export const detectorsPreset: Preset = {
  id: 'tang-2020/detectors',
  title: 'Can fake users be found, and what does a wrong suspicion cost?',
  story:
    'Five kinds of fake users meet three detectors, none of which knows how many there are. Move the threshold: how many real people are thrown out, how many fakes are caught, and what is left of the attack and of the recommendations when the recommender is trained without them?',
  paper: 'tang-2020',
  spec: {
    ...movielensBase,
    evaluation: {
      cutoffs: [10],
      control: false,
      baseline: false,
      removedShares: [0, 0.02, 0.05, 0.1, 0.15, 0.2],
    },
    repeats: 3,
    vary: ['init', 'attack'],
    victim: smallModels.wrmf,
    attack: attacks[0]?.attack,
    defenses: [{ id: 'pca-detector', params: {} }],
    axes: [
      { name: 'attack', points: attacks.map(({ label, attack }) => ({ label, set: { attack } })) },
      {
        name: 'detector',
        points: detectors.map(({ label, id }) => ({ label, set: { defenses: [{ id, params: {} }] } })),
      },
    ],
  },
  reduced: [],
  estimate: { seconds: 190, bytes: 150e6 },
  published: [],
  notes: [
    'The lab’s own experiment: what the paper’s conclusion asks for. Section 4.3 only suggests that learned fake users may be found; it tests no detector.',
    'Every heuristic clicks 30 films besides the target, about as many as the learned fake users do (31.8 in the first repeat).',
    'AUC of PCA, features and clusters over three repeats: learned .777, .762, .451; random filler .980, .982, .423; average .869, .794, .380; bandwagon .018, .240, .770; segment .012, .326, .806. No detector finds all five, and none is a safe bet against learned fakes: with 1% of the real users suspected the best one, PCA, catches 4% of them.',
    'An AUC near 0 means that the detector looks the wrong way: bandwagon and segment fakes have a larger part in PCA’s main directions than nearly every real user.',
    'Target reach with learned fakes: .010 clean, .228 attacked; with the 10% (20%) most suspicious removed by PCA .112 (.056), with recall at 10 .140 (.133) in place of .140. The clusters detector throws out real users first: recall falls to .095 at 20%, and the reach stays at .190.',
    'The detectors’ parameters are their defaults; they were not tuned on this data.',
    'The cost is processor time, measured on a machine that was shared.',
  ],
};
