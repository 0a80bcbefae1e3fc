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
  componentCount: integer({
    default: 3,
    min: 1,
    max: 50,
    label: 'Components',
    help: 'How many main directions a user’s share in is looked at.',
  }),
} as const;

export type PcaDetectorParameters = ParametersOf<typeof parameters>;

export const spec = {
  id: 'pca-detector',
  name: 'PCA variable selection',
  summary:
    'Drops the users who have least to do with the main directions of taste: made-up profiles vary on their own.',
  family: 'defense',
  parameters,
  references: ['mehta-2009'],
  fidelity: 'faithful',
  differences: [
    'Clicks instead of ratings: a row is 1 where clicked and 0 elsewhere, scaled to mean 0 and deviation 1.',
  ],
  wraps: 'sanitize',
  requires: {},
} as const satisfies DefenseSpec<typeof parameters>;
