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
    'Counts are rounded down, so that every user keeps something for training when the share is of every user; on Gowalla this gives 102,287 test rows where the authors have 102,254.',
    'Repeats of an item by one user stay on one side.',
  ],
} as const satisfies SplitSpec;

export type RatioParameters = ParametersOf<typeof spec.parameters>;
