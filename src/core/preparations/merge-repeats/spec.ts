import type { PreparationSpec } from '../../contracts.ts';
import { choice, type ParametersOf } from '../../params/fields.ts';

export const spec = {
  id: 'merge-repeats',
  name: 'Merge repeats',
  summary: 'Counts each user and item once, however often they met.',
  family: 'preparation',
  parameters: {
    rating: choice({
      label: 'Rating of the merged interaction',
      help: 'What becomes of several ratings by one user of one item.',
      default: 'latest',
      options: { latest: 'latest', mean: 'mean', sum: 'sum', largest: 'largest' },
    }),
  },
  references: [],
  fidelity: 'faithful',
  differences: [
    'The merged interaction has the latest time; without times, the last in the file is the latest.',
  ],
} as const satisfies PreparationSpec;

export type MergeRepeatsParameters = ParametersOf<typeof spec.parameters>;
