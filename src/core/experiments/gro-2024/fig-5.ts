import type { Preset } from '../preset.ts';
import {
  defenseAxis,
  protocolNote,
  quickBase,
  quickExtraction,
  quickGro,
  quickReduced,
} from './quick-base.ts';

export const groFig5: Preset = {
  id: 'gro-2024/fig-5',
  title: 'A thief who asks more',
  story:
    'The more a thief asks, the better the copy: one thief under each of the four answers, and a copy made after 1,000, 3,000 and about 5,000 queries. Look for the defense whose curve stays low when the thief has patience.',
  paper: 'zhang-2024',
  spec: {
    ...quickBase,
    repeats: 1,
    attack: { ...quickExtraction, params: { ...quickExtraction.params, sequenceCount: 417 } },
    evaluation: { ...quickBase.evaluation, at: { of: 'queries', values: [1000, 3000] } },
    axes: [defenseAxis(quickGro)],
  },
  reduced: [
    ...quickReduced,
    '1,000, 3,000 and 5,004 queries (417 made-up histories of 12 items) in place of as many histories of 200 items.',
    'One repeat; the intervals are over users.',
  ],
  estimate: { seconds: 140, bytes: 30e6 },
  published: [],
  notes: [
    'The copy at each number of queries is trained from scratch on the queries so far: the very one that a thief with no more of them would have.',
    'One run, HR@10 of the copy after 1,000, 3,000 and 5,004 queries: none .247, .546, .579; GRO .253, .479, .515; random .226, .515, .560; reverse .179, .492, .526 (95% intervals over users about ± .034). GRO’s gap to none stays (.064 in the end, .037 to .091), random’s closes to the noise (.019, -.003 to .041); a patient thief gets nearly as much from shuffled or reversed lists, which cost the victim’s users half and more.',
    'Fig. 5 is given only as a picture, of MovieLens-1M.',
    protocolNote,
  ],
};
