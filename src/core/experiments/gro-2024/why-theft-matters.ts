import type { Preset } from '../preset.ts';
import { defenseAxis, protocolNote, quickBase, quickGro, quickReduced } from './quick-base.ts';

export const whyTheftMatters: Preset = {
  id: 'gro-2024/why-theft-matters',
  title: 'Why theft matters: what a thief does with the copy',
  story:
    'A stolen copy can be tried out in private. Here the thief uses it to make a few fake histories that lead up to five unpopular items, and adds them to the victim’s data; the victim is trained anew. Compare how many people get a target in their list before, after, and with as many random histories that name the same targets; then do the same with the copy of a victim that GRO defends.',
  paper: 'zhang-2024',
  spec: {
    ...quickBase,
    evaluation: {
      ...quickBase.evaluation,
      downstream: {
        targetItems: { by: 'stratum', stratum: 'tail', count: 5 },
        fakeShare: 0.01,
        sequenceLength: 12,
        candidates: 100,
        listLength: 10,
      },
    },
    axes: [{ name: 'defense', points: defenseAxis(quickGro).points.slice(0, 2) }],
  },
  reduced: [
    ...quickReduced,
    '3,000 queries (250 made-up histories) in place of 3,000 histories of 200 or 50 items.',
    'Five targets in place of the 25 of Yue et al. 2021; eight fake histories, 1% of all as there.',
  ],
  estimate: { seconds: 420, bytes: 30e6 },
  published: [],
  notes: [
    'Three repeats: the target’s HR@10 rises from .181 to .314 with sequences led by the copy (95% interval over users .295 to .332) and to .290 with random ones of equal budget (.272 to .309); users’ own HR@10 falls from .632 to .604 either way.',
    'GRO does not spoil this use of the copy: against the defended victim the target’s HR@10 rises from .132 to .347 with its copy (+.215, 95% interval over users .194 to .236; by repeat .239, .398, .404) and to .284 with random histories. The copy adds more there (+.062, .044 to .082) than without a defense (+.024, .009 to .039). A defended victim is trained anew with GRO.',
    'The cost is processor time with the undisturbed victims taken from the cache of Fig. 2.',
    'An item leads up to a target where the copy almost recommends it, and no item does so twice while others are left. Yue et al. 2021 choose it by the gradient of the item’s vector instead; the alternation of items and targets is theirs.',
    'First repeat: eight fake histories double the people who get a target among their first ten (.139 to .285). Eight random histories that name the same targets do as much (.279): what the copy adds is small here, where every item has a few ways on and any pair that is taught once is learned. In trials with another seed it was .302 against .273 and .336 against .329.',
    'Both victims have the seed of the undisturbed one, so that they differ by their data alone.',
    protocolNote,
  ],
};
