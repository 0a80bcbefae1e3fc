import type { Preset } from '../preset.ts';
import { groFig4 } from './fig-4.ts';
import { paperBase, paperNotes, paperReduced } from './ml-1m-base.ts';
import { protocolNote } from './quick-base.ts';

export const groFig4Paper: Preset = {
  id: 'gro-2024/fig-4@paper',
  title: 'The weight λ of GRO at the paper’s size',
  story: groFig4.story,
  paper: 'zhang-2024',
  spec: {
    ...paperBase,
    axes: [
      {
        name: 'weight',
        points: [0.001, 0.01, 0.1, 1].map((swapWeight) => ({
          label: String(swapWeight),
          set: { defenses: [{ id: 'gro', params: { listLength: 100, swapWeight } }] },
        })),
      },
    ],
  },
  reduced: [
    ...paperReduced,
    'MovieLens 1M in place of MovieLens-20M and Steam, which the paper’s figure shows: give those by --file.',
  ],
  estimate: { seconds: 3_000_000, bytes: 2e9 },
  published: [],
  notes: [...paperNotes, 'Fig. 4 is given only as a picture.', protocolNote],
};
