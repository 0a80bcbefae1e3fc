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
  estimate: { seconds: 550, bytes: 30e6 },
  published: [],
  notes: [
    protocolNote,
    'Fig. 2 is given only as a picture, and the numbers in the authors’ README are for other data, so that none of them is a mark here. On MovieLens-1M it has HR@10 of victim and copy .202 and .151 undefended, .181 and .115 with GRO, .058 and .116 with random lists, .020 and .086 with reversed ones.',
    'Over three repeats GRO lowered the stolen model no further than its own victim: HR@10 of the victim .622 to .568 and of its copy .527 to .502 (deviation .02), and the copy agreed with the defended victim more than with the undefended one (.652 against .603). Random and reversed lists cost users far more (.352 and .077) and left the copy .497 and .427.',
    'Both the weight λ of 0.3 and the list length of 20 were chosen by hand after looking at results on this same seed: with lists of 50 the copy lost nothing at λ = 0.1 (.529 to .543) and the victim broke down at 1; with lists of 20 it broke down at 1 too (.081).',
    'The copy is better than the reversed lists that it was stolen from. Why is not shown; that an item in every list is learned as a good one would explain it.',
  ],
};
