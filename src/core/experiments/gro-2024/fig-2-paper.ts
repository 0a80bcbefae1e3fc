import type { Preset } from '../preset.ts';
import { paperBase, paperGro, paperNotes, paperReduced } from './ml-1m-base.ts';
import { defenseAxis, protocolNote } from './quick-base.ts';

/** HR@10 and NDCG@10 of victim and copy in the README of the authors’ code, MovieLens-1M. */
const readme = [
  { defense: 'none', phase: 'attacked', victim: [0.2018, 0.1061], copy: [0.1511, 0.0751] },
  { defense: 'GRO', phase: 'defended', victim: [0.1808, 0.0953], copy: [0.1146, 0.0519] },
  { defense: 'random', phase: 'defended', victim: [0.0584, 0.027], copy: [0.1161, 0.0525] },
  { defense: 'reverse', phase: 'defended', victim: [0.0195, 0.009], copy: [0.0861, 0.0402] },
] as const;
const source = 'README of the authors’ code for Zhang et al. 2024, ML-1M (the paper has only pictures)';

export const groFig2Paper: Preset = {
  id: 'gro-2024/fig-2@paper',
  title: 'Stealing a recommender at the paper’s size (MovieLens 1M)',
  story:
    'The four answers to a thief with the settings of the authors’ code: histories of 200 films, 3,000 made-up ones, lists of 100. For a machine that may run for days.',
  paper: 'zhang-2024',
  spec: { ...paperBase, axes: [defenseAxis(paperGro)] },
  reduced: [...paperReduced],
  estimate: { seconds: 2_000_000, bytes: 2e9 },
  published: readme.flatMap(({ defense, phase, victim, copy }) => [
    { at: { defense }, phase, metric: 'hr@10', value: victim[0], source },
    { at: { defense }, phase, metric: 'ndcg@10', value: victim[1], source },
    { at: { defense }, phase, metric: 'surrogate.hr@10', value: copy[0], source },
    { at: { defense }, phase, metric: 'surrogate.ndcg@10', value: copy[1], source },
  ]),
  notes: [
    ...paperNotes,
    'The marks are of revised code and do not equal the paper’s figures; λ is 1 there and 0.1 in the paper.',
    'MovieLens-20M and Steam have presets of their own, on files that you have.',
    protocolNote,
  ],
};
