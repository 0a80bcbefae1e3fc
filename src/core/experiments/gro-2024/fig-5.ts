import type { Preset } from '../preset.ts';
import { defenseAxis, protocolNote, quickBase, quickGro, quickReduced } from './quick-base.ts';

/** Made-up histories of 12 items that cost about so many queries. */
const budgets = [
  { queries: 1000, sequences: 84 },
  { queries: 3000, sequences: 250 },
  { queries: 5000, sequences: 417 },
];

export const groFig5: Preset = {
  id: 'gro-2024/fig-5',
  title: 'A thief who asks more',
  story:
    'The more a thief asks, the better the copy: 1,000, 3,000 and 5,000 queries, under each of the four answers. Look for the defense that keeps working when the thief has patience.',
  paper: 'zhang-2024',
  spec: {
    ...quickBase,
    repeats: 1,
    axes: [
      {
        name: 'queries',
        points: budgets.map(({ queries, sequences }) => ({
          label: String(queries),
          set: { 'attack.params.sequenceCount': sequences },
        })),
      },
      defenseAxis(quickGro),
    ],
  },
  reduced: [
    ...quickReduced,
    '1,000, 3,000 and 5,000 queries (84, 250 and 417 made-up histories of 12 items) in place of as many histories of 200 items.',
    'One repeat; the intervals are over users.',
  ],
  estimate: { seconds: 480, bytes: 30e6 },
  published: [],
  notes: [
    'The cost is a guess from the parts: this experiment has not been run whole yet.',
    'Fig. 5 is given only as a picture, of MovieLens-1M.',
    protocolNote,
  ],
};
