import type { Preset } from '../preset.ts';
import { protocolNote, quickBase, quickDefended, quickReduced } from './quick-base.ts';

const weights = [0.001, 0.01, 0.1, 0.7, 1];

export const groFig4: Preset = {
  id: 'gro-2024/fig-4',
  title: 'How much misleading? The weight λ of GRO',
  story:
    'The weight λ says how much misleading a thief counts against recommending well. Sweep it over a thousandfold and watch two curves with their intervals: what the victim’s own users find, and what the thief’s copy gets.',
  paper: 'zhang-2024',
  spec: {
    ...quickBase,
    repeats: 1,
    axes: [
      {
        name: 'weight',
        points: weights.map((swapWeight) => ({
          label: String(swapWeight),
          set: { defenses: [{ id: 'gro', params: { ...quickDefended, swapWeight } }] },
        })),
      },
    ],
  },
  reduced: [
    ...quickReduced,
    '3,000 queries (250 made-up histories) in place of 3,000 histories of 200 or 50 items.',
    'One repeat; the intervals are over users.',
    'λ = 0.7 stands beside the paper’s 0.001, 0.01, 0.1 and 1.',
  ],
  estimate: { seconds: 130, bytes: 30e6 },
  published: [],
  notes: [
    'One run, HR@10 of victim and copy, and agreement@10, for λ 0.001, 0.01, 0.1, 0.7, 1: .635, .573, .637; .632, .583, .669; .626, .544, .597; .549, .479, .663; .464, .371, .692, against .620, .546, .604 undefended (95% intervals over users about ± .033, of agreement ± .010). Up to λ = 0.1 the ten epochs on top help victim and copy as much as they hinder; from 0.7 on the copy loses, the victim’s users too, and agreement rises, because lists become more alike: beyond one answer for everybody it is .416, .445, .374, .392, .249.',
    'Fig. 4 is given only as a picture. The paper finds no order in λ: 0.001 is best for Steam, 0.1 for MovieLens-1M and 1 for MovieLens-20M, which it relates to the size of the swap loss after training; the authors’ README has 0.01, 1 and 0.01.',
    protocolNote,
  ],
};
