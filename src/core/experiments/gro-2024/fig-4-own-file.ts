import type { Preset } from '../preset.ts';
import { groFig4 } from './fig-4.ts';
import { ml20m, ml20mNotes, ownFileReduced, steam, steamNotes, weightAxis } from './own-file-base.ts';
import { protocolNote } from './quick-base.ts';

const picture =
  'Fig. 4 is given only as a picture. The best λ there is 1 for MovieLens-20M and .001 for Steam (section 5.7).';

export const groFig4Ml20m: Preset = {
  id: 'gro-2024/fig-4-ml-20m@paper',
  title: 'The weight λ of GRO at the paper’s size (MovieLens 20M)',
  story: groFig4.story,
  paper: 'zhang-2024',
  spec: { ...ml20m.base, axes: [weightAxis(ml20m.gro)] },
  reduced: [...ownFileReduced],
  estimate: { seconds: 32_000_000, bytes: 4e9 },
  published: [],
  notes: [...ml20mNotes, picture, protocolNote],
};

export const groFig4Steam: Preset = {
  id: 'gro-2024/fig-4-steam@paper',
  title: 'The weight λ of GRO at the paper’s size (Steam)',
  story: groFig4.story,
  paper: 'zhang-2024',
  spec: { ...steam.base, axes: [weightAxis(steam.gro)] },
  reduced: [...ownFileReduced],
  estimate: { seconds: 9_000_000, bytes: 4e9 },
  published: [],
  notes: [...steamNotes, picture, protocolNote],
};
