import type { Preset } from '../preset.ts';
import { groFig5 } from './fig-5.ts';
import { paperBase, paperGro, paperNotes, paperReduced } from './ml-1m-base.ts';
import { defenseAxis, protocolNote } from './quick-base.ts';

export const groFig5Paper: Preset = {
  id: 'gro-2024/fig-5@paper',
  title: 'A thief who asks more, at the paper’s size (MovieLens 1M)',
  story: groFig5.story,
  paper: 'zhang-2024',
  spec: {
    ...paperBase,
    axes: [
      {
        name: 'sequences',
        points: [1000, 3000, 5000].map((count) => ({
          label: String(count),
          set: { 'attack.params.sequenceCount': count },
        })),
      },
      defenseAxis(paperGro),
    ],
  },
  reduced: [...paperReduced],
  estimate: { seconds: 5_000_000, bytes: 3e9 },
  published: [],
  notes: [
    ...paperNotes,
    'Fig. 5 is given only as a picture. A sequence costs 200 queries, so that 5,000 are a million.',
    protocolNote,
  ],
};
