import type { Preset } from '../preset.ts';
import { paperBase, paperExtraction, paperGro, paperNotes, paperReduced } from './ml-1m-base.ts';
import { defenseAxis, protocolNote } from './quick-base.ts';

const { sequenceLength } = paperExtraction.params;

export const groFig5Paper: Preset = {
  id: 'gro-2024/fig-5@paper',
  title: 'A thief who asks more, at the paper’s size (MovieLens 1M)',
  story:
    'A copy after 1,000, 3,000 and 5,000 made-up histories of 200 films, under each of the four answers. For a machine that may run for days.',
  paper: 'zhang-2024',
  spec: {
    ...paperBase,
    attack: { ...paperExtraction, params: { ...paperExtraction.params, sequenceCount: 5000 } },
    evaluation: {
      ...paperBase.evaluation,
      at: { of: 'queries', values: [1000 * sequenceLength, 3000 * sequenceLength] },
    },
    axes: [defenseAxis(paperGro)],
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
