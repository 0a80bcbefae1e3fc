import type { Preset } from '../preset.ts';
import { toy } from './toy.ts';

export const meanGradient: Preset = {
  id: 'tang-2020/mean-gradient',
  title: 'Fooling models that start elsewhere',
  story:
    'Fake users learned against one random start of a recommender lose about half of their power on a victim with another start. Here the gradient is averaged over eight starts. Compare the fresh-seed victims (attacked) and not only the attacker’s own (attackedSameSeed).',
  paper: 'tang-2020',
  spec: {
    ...toy,
    evaluation: {
      ...toy.evaluation,
      at: { of: 'outerSteps', values: [0, 10, 20, 30, 40, 50], retrain: true },
    },
    axes: [
      {
        name: 'seeds',
        points: [
          { label: '1', set: { 'attack.params.surrogateSeeds': 'fixed' } },
          {
            label: '8',
            set: { 'attack.params.surrogateSeeds': 'mean', 'attack.params.surrogateSeedCount': 8 },
          },
        ],
      },
    ],
  },
  reduced: [],
  estimate: { seconds: 1100, bytes: 60e6 },
  published: [],
  notes: [
    'The lab’s own experiment: the paper fixes one seed and reads the attack off the attacker’s own model.',
    'Both attacks take 50 outer steps; a step over eight seeds costs eight times as much.',
    'The cost is extrapolated from parts: this experiment has not been run whole yet.',
  ],
};
