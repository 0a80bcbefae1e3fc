import type { Preset } from '../preset.ts';
import { groFig3 } from './fig-3.ts';
import { paperBase, paperExtraction, paperGro, paperNotes, paperReduced } from './ml-1m-base.ts';
import { defenseAxis, protocolNote } from './quick-base.ts';

const narm = {
  id: 'narm',
  params: {
    embeddingSize: 64,
    hiddenSize: 128,
    attentionSize: 128,
    squashing: 'hard-sigmoid',
    initialDeviation: 0.02,
    maxLength: 200,
    epochs: 200,
    learningRate: 0.001,
  },
};

export const groFig3Paper: Preset = {
  id: 'gro-2024/fig-3@paper',
  title: 'A thief with another model, at the paper’s size (MovieLens 1M)',
  story: groFig3.story,
  paper: 'zhang-2024',
  spec: {
    ...paperBase,
    attack: { ...paperExtraction, params: { ...paperExtraction.params, surrogate: narm } },
    axes: [defenseAxis(paperGro)],
  },
  reduced: [...paperReduced],
  estimate: { seconds: 2_000_000, bytes: 2e9 },
  published: [],
  notes: [
    ...paperNotes,
    'Fig. 3 is given only as a picture, and the authors’ README has no numbers for it.',
    protocolNote,
  ],
};
