import type { Preset } from '../preset.ts';
import { ml20m, ml20mNotes, ownFileReduced, steam, steamNotes } from './own-file-base.ts';
import { defenseAxis, protocolNote } from './quick-base.ts';

const story =
  'The four answers to a thief with the settings of the authors’ code, on data that you have as a file. For a machine that may run for months.';

/** HR@10 of victim and copy in the README of the authors’ code. */
function readme(
  data: string,
  rows: Readonly<Record<string, readonly [number, number]>>,
): Preset['published'] {
  const source = `README of the authors’ code for Zhang et al. 2024, ${data} (the paper has only pictures)`;
  return Object.entries(rows).flatMap(([defense, [victim, copy]]) => {
    const phase = defense === 'none' ? ('attacked' as const) : ('defended' as const);
    return [
      { at: { defense }, phase, metric: 'hr@10', value: victim, source },
      { at: { defense }, phase, metric: 'surrogate.hr@10', value: copy, source },
    ];
  });
}

const marks = 'The marks are of revised code and do not equal the paper’s figures.';

export const groFig2Ml20m: Preset = {
  id: 'gro-2024/fig-2-ml-20m@paper',
  title: 'Stealing a recommender at the paper’s size (MovieLens 20M)',
  story,
  paper: 'zhang-2024',
  spec: { ...ml20m.base, axes: [defenseAxis(ml20m.gro)] },
  reduced: [...ownFileReduced],
  estimate: { seconds: 30_000_000, bytes: 4e9 },
  published: readme('ML-20M', {
    none: [0.1486, 0.0962],
    GRO: [0.1395, 0.0803],
    random: [0.0464, 0.0638],
    reverse: [0.0177, 0.037],
  }),
  notes: [...ml20mNotes, marks, 'λ is .01 there and 1 in the paper.', protocolNote],
};

export const groFig2Steam: Preset = {
  id: 'gro-2024/fig-2-steam@paper',
  title: 'Stealing a recommender at the paper’s size (Steam)',
  story,
  paper: 'zhang-2024',
  spec: { ...steam.base, axes: [defenseAxis(steam.gro)] },
  reduced: [...ownFileReduced],
  estimate: { seconds: 8_000_000, bytes: 4e9 },
  published: readme('Steam', {
    none: [0.1993, 0.1946],
    GRO: [0.1987, 0.1905],
    random: [0.0437, 0.157],
    reverse: [0.0156, 0.0296],
  }),
  notes: [...steamNotes, marks, 'λ is .01 there and .001 in the paper.', protocolNote],
};
