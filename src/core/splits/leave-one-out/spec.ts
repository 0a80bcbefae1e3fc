import type { SplitSpec } from '../../contracts.ts';
import { choice, integer, type ParametersOf } from '../../params/fields.ts';

export const spec = {
  id: 'leave-one-out',
  name: 'Leave one out',
  summary: 'Hides one item of every user, to see whether the recommender finds it again.',
  family: 'split',
  parameters: {
    pick: choice({
      label: 'Hidden item',
      help: 'A random item of the user, or the latest one. Earlier meetings with that item leave training too.',
      default: 'random',
      options: { random: 'random', latest: 'latest' },
    }),
    minimum: integer({
      label: 'Minimum items',
      help: 'Users with fewer items keep all of them for training and are not tested.',
      default: 2,
      min: 1,
      max: 100000,
    }),
  },
  references: [],
  fidelity: 'faithful',
  differences: [
    'An item that a user met several times leaves training with all its repeats, so that training and test are disjoint.',
    'Of several latest items at the same time, the one with the last id is hidden.',
  ],
} as const satisfies SplitSpec;

export type LeaveOneOutParameters = ParametersOf<typeof spec.parameters>;
