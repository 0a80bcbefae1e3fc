import type { Preset } from '../preset.ts';
import { groFig4 } from './fig-4.ts';
import { paperBase, paperGro, paperNotes, paperReduced } from './ml-1m-base.ts';
import { weightAxis } from './own-file-base.ts';
import { protocolNote } from './quick-base.ts';

export const groFig4Paper: Preset = {
  id: 'gro-2024/fig-4@paper',
  title: 'The weight λ of GRO at the paper’s size',
  story: groFig4.story,
  paper: 'zhang-2024',
  spec: {
    ...paperBase,
    axes: [weightAxis(paperGro)],
  },
  reduced: [
    ...paperReduced,
    'MovieLens 1M in place of MovieLens-20M and Steam, which the paper’s figure shows: for these there are presets of their own.',
  ],
  estimate: { seconds: 3_000_000, bytes: 2e9 },
  published: [],
  notes: [...paperNotes, 'Fig. 4 is given only as a picture.', protocolNote],
};
