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
  estimate: { seconds: 3300, bytes: 150e6 },
  published: [],
  notes: [
    'The paper’s Table 2 is on Gowalla and is no mark for this data: WRMF victim, WRMF+SGD attack, head .1014 to .1405, tail .0005 to .0183.',
    'Mean reach over strata and victims, five seeds of the victims (95% interval over them): .187 clean (.183 to .191), .186 retrained without fakes (.182 to .189), .162 and .170 under random filler, .174 under WRMF+ALS (.168 to .180), .225 under WRMF+SGD (.220 to .230). By stratum WRMF+SGD moves .498 to .472, .180 to .220, .060 to .130 and .010 to .078: most is gained where targets are rare.',
    'Which victims are averaged decides this. ItemCF sinks under every attack, random filler too: 67 accounts with little in common make every target less similar to what genuine users click, and its mean reach falls from .221 to .026 (WRMF+SGD), .064 (WRMF+ALS) and .029 (filler). A first run had WRMF, ItemAE and ItemCF only: there WRMF+SGD (.195) does not beat clean (.196). Mult-VAE and CML were added after that, as the paper has them; without ItemCF it is .178 clean, .195 and .205 under filler, .201 under WRMF+ALS, .275 under WRMF+SGD.',
    'The attack is learned once for each stratum, and repeats differ by the victims’ seeds alone: the intervals say nothing of other attacks or targets.',
    'The cost is processor time, most of it CML’s: its cells take 140 s, the first of them 288 s, with the victims that all share. Learning with WRMF+SGD takes 22 s.',
  ],
};
