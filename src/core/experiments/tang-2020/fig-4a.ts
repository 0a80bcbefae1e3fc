import type { Preset } from '../preset.ts';
import { toy } from './toy.ts';

export const fig4a: Preset = {
  id: 'tang-2020/fig-4a',
  title: 'How far back must the gradient look?',
  story:
    'Passing the gradient through only the last training steps is cheaper and less exact. More unrolled steps make a stronger attack, and what each costs stands beside it.',
  paper: 'tang-2020',
  spec: {
    ...toy,
    axes: [{ name: 'depth', path: 'attack.params.unrollSteps', values: [1, 5, 10, 25, 50, 100] }],
  },
  reduced: [],
  estimate: { seconds: 400, bytes: 60e6 },
  published: [
    {
      at: { depth: '100' },
      phase: 'attackedSameSeed',
      metric: 'target.hr@10',
      value: 0.568,
      source: 'Tang et al. 2020, section 3.2 (text), mean of 5 runs',
    },
    {
      at: { depth: '5' },
      phase: 'attackedSameSeed',
      metric: 'target.hr@10',
      value: 0.368,
      source: 'Tang et al. 2020, section 3.2 (text), mean of 5 runs',
    },
  ],
  notes: ['The other depths are given only as bars of Fig. 4a.'],
};
