import type { PreparationSpec } from '../../contracts.ts';
import { real, type ParametersOf } from '../../params/fields.ts';

export const spec = {
  id: 'rating-threshold',
  name: 'Minimum rating',
  summary: 'Keeps only interactions rated at least this high, as signs of liking.',
  family: 'preparation',
  parameters: {
    min: real({
      label: 'Minimum rating',
      help: 'Interactions with a lower rating are dropped; users and items left without any too.',
      default: 4,
      min: -1000000,
      max: 1000000,
    }),
  },
  references: [],
  fidelity: 'faithful',
  differences: [],
} as const satisfies PreparationSpec;

export type RatingThresholdParameters = ParametersOf<typeof spec.parameters>;
