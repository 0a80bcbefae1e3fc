import type { SplitSpec } from '../../contracts.ts';
import { choice, real, type ParametersOf } from '../../params/fields.ts';

export const spec = {
  id: 'ratio',
  name: 'Random share',
  summary: 'Hides a random share of the interactions for testing.',
  family: 'split',
  parameters: {
    testFraction: real({
      label: 'Test share',
      help: 'Share of the interactions that is hidden from training.',
      default: 0.2,
      min: 0.01,
      max: 0.99,
    }),
    over: choice({
      label: 'Share of',
      help: 'The same share of every user, or of all interactions together.',
      default: 'user',
      options: { user: 'every user', all: 'all interactions' },
    }),
  },
  references: ['tang-2020'],
  fidelity: 'faithful',
  differences: [
    'Counts are rounded to the nearest whole number; a user always keeps at least one item for training when the share is of every user.',
    'Repeats of an item by one user stay on one side.',
  ],
} as const satisfies SplitSpec;

export type RatioParameters = ParametersOf<typeof spec.parameters>;
