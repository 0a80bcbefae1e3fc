import type { DefenseSpec } from '../../contracts.ts';
import { integer, real, type ParametersOf } from '../../params/fields.ts';

const parameters = {
  flaggedShare: real({
    default: 0.05,
    min: 0,
    max: 1,
    label: 'Share removed',
    help: 'The most suspicious users, as a share of all, are dropped before training. The defender does not know how many are fake.',
  }),
  neighbourCount: integer({
    default: 20,
    min: 1,
    max: 1000,
    label: 'Neighbours',
    help: 'Over how many of the most similar users the likeness is averaged.',
  }),
} as const;

export type DegreeDetectorParameters = ParametersOf<typeof parameters>;

export const spec = {
  id: 'degree-detector',
  name: 'Degree and popularity features',
  summary:
    'Drops users whose clicks are less popular, or less like those of their nearest neighbours, than usual, or whose number of clicks is far off.',
  family: 'defense',
  parameters,
  references: ['mobasher-2007'],
  fidelity: 'simplified',
  differences: [
    'The features of the literature on ratings, made for clicks: length, popularity of what was clicked, and degree of similarity with top neighbours.',
    'No classifier: without labels the features are put together as a sum of robust z-scores, in the direction that made-up profiles differ in.',
  ],
  wraps: 'sanitize',
  requires: {},
} as const satisfies DefenseSpec<typeof parameters>;
