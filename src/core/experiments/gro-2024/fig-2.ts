import type { Preset } from '../preset.ts';
import { defenseAxis, protocolNote, quickBase, quickGro, quickReduced } from './quick-base.ts';

export const groFig2: Preset = {
  id: 'gro-2024/fig-2',
  title: 'Stealing a recommender, and four answers to it',
  story:
    'A thief asks a recommender what comes after made-up histories, and trains a copy that ranks as the answers do. Compare the copy’s hits and its agreement with its victim when nothing is done, when the victim is trained with GRO, and when its lists are shuffled or reversed; then see what each defense costs the victim’s own users.',
  paper: 'zhang-2024',
  spec: {
    ...quickBase,
    evaluation: { ...quickBase.evaluation, at: { of: 'queries', values: [1000] } },
    axes: [defenseAxis(quickGro)],
  },
  reduced: [
    ...quickReduced,
    '3,000 queries (250 made-up histories) in place of 3,000 histories of 200 or 50 items.',
  ],
  estimate: { seconds: 220, bytes: 30e6 },
  published: [],
  notes: [
    protocolNote,
    'Fig. 2 is given only as a picture, and the numbers in the authors’ README are for other data, so that none of them is a mark here. On MovieLens-1M it has HR@10 of victim and copy .202 and .151 undefended, .181 and .115 with GRO, .058 and .116 with random lists, .020 and .086 with reversed ones.',
    'Three repeats, HR@10 of victim and copy, and their agreement@10: none .632, .551, .602; GRO .572, .475, .620; random .350, .519, .389; reverse .078, .469, .238. So GRO keeps 90% of the victim’s hits, where random and reversed lists keep 55% and 12%, and takes .076 from the copy’s (95% interval over users .057 to .094): relatively more than from the victim. But the copy does not agree less with the defended victim: .018 more (.010 to .027; by repeat +.059, -.023, +.019).',
    'The reason: GRO makes the victim’s lists more alike. Four in five of its swaps put forward the student’s worst item, which is much the same for every history (without weight on it, ten of the 120 items are named in 70 to 78% of swaps), so these items rise for everybody. One answer for all users, the ten items served most, agrees with .204 of the undefended lists and .270 of the defended ones; ten more epochs without the swap loss give .191. Beyond that answer the copy’s agreement falls by .048 (.038 to .057), from .397 to .350, and of the true successors in the victim’s lists it names 66% where it named 71%: what is copied more is what is worth nothing.',
    'Over the whole catalogue the copy is worse, as GRO wants it: the rank correlation of its scores with the victim’s falls from .764 to .732 (-.031, 95% interval over users -.037 to -.026). The defended lists spread over 77 items where they spread over 94.',
    'GRO’s student has the authors’ means here. With the paper’s sums (three repeats) the victim keeps 93% (.590), the copy loses .070 (.051 to .088), agreement changes by +.005 (-.003 to .012), and beyond one answer for everybody it falls by .027 (.018 to .036).',
    'The KL divergence between victim and copy falls from .34 to .09 because the swap loss halves the distance between the victim’s scores (first to twentieth 3.35 to 1.67), not because the copy is better.',
    'GRO goes on from a trained victim for 10 epochs, as in the paper, with λ = 0.7. Warm start and λ were looked for with another seed (one repeat, λ = 1: victim .543 to .466, copy .473 to .355, agreement .627 to .620), and 0.7 was chosen between that and nothing, to keep more of the victim. The list length of 20 was chosen earlier on this seed: from scratch with lists of 50 the copy lost nothing at λ = 0.1 (.529 to .543) and the victim broke down at 1; with lists of 20 it broke down at 1 too (.081), and at 0.3 it kept 91% while the copy lost 5% (three repeats).',
    'The copy is better than the reversed lists that it was stolen from. Why is not shown; that an item in every list is learned as a good one would explain it.',
  ],
};
