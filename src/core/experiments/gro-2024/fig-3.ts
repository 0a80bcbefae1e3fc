import type { Preset } from '../preset.ts';
import {
  defenseAxis,
  protocolNote,
  quickBase,
  quickExtraction,
  quickGro,
  quickReduced,
} from './quick-base.ts';

const narm = {
  id: 'narm',
  params: {
    embeddingSize: 32,
    hiddenSize: 32,
    attentionSize: 32,
    maxLength: 12,
    epochs: 15,
    learningRate: 0.005,
  },
};

export const groFig3: Preset = {
  id: 'gro-2024/fig-3',
  title: 'A thief with another model',
  story:
    'GRO imagines a thief who trains the victim’s own architecture. Here the victim is a transformer (BERT4Rec) and the thief trains a recurrent network (NARM) on its answers. See whether the copy is as good, and whether the answers to a thief still matter.',
  paper: 'zhang-2024',
  spec: {
    ...quickBase,
    repeats: 1,
    attack: { ...quickExtraction, params: { ...quickExtraction.params, surrogate: narm } },
    axes: [defenseAxis(quickGro)],
  },
  reduced: [
    ...quickReduced,
    '3,000 queries (250 made-up histories) in place of 3,000 histories of 200 or 50 items.',
    'One repeat; the intervals are over users.',
  ],
  estimate: { seconds: 130, bytes: 30e6 },
  published: [],
  notes: [
    'One run, HR@10 of victim and copy, and agreement@10: none .620, .593, .516; GRO .549, .542, .583; random .361, .636, .384; reverse .092, .544, .232 (95% intervals over users about ± .033, of agreement ± .013). NARM copies this victim better than its own architecture does (.546 there); of GRO’s effect on the copy what is left is about what it costs the victim.',
    'Fig. 3 is given only as a picture, and the authors’ README has no numbers for it.',
    'GRO’s student is a BERT4Rec here too, as in the paper: the defender does not know what the thief will train.',
    protocolNote,
  ],
};
