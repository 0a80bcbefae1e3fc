import type { Preset } from '../preset.ts';
import { toy } from './toy.ts';

export const fig3: Preset = {
  id: 'tang-2020/fig-3',
  title: 'Learning what fake users should click',
  story:
    'Fake users begin as ordinary ones. Step by step they follow the gradient through the whole training of the recommender, and the target item climbs into most lists. Compare the attacker’s own model with a victim that was trained from another seed: the paper reports only the first.',
  paper: 'tang-2020',
  spec: toy,
  reduced: [],
  estimate: { seconds: 120, bytes: 60e6 },
  published: [
    {
      at: {},
      phase: 'attackedSameSeed',
      metric: 'target.hr@10',
      value: 0.568,
      source: 'Tang et al. 2020, section 3.2 (text): exact gradient, 100 unrolled steps, mean of 5 runs',
    },
  ],
  notes: ['The curves of Fig. 3 are given only as a picture.'],
};
