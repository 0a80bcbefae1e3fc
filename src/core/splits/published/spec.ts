import type { SplitSpec } from '../../contracts.ts';
import type { ParametersOf } from '../../params/fields.ts';

export const spec = {
  id: 'published',
  name: 'The authors’ own test set',
  summary: 'Hides what the authors of a paper hid, where the dataset brings their test set.',
  family: 'split',
  parameters: {},
  references: ['tang-2020'],
  fidelity: 'faithful',
  differences: [],
} as const satisfies SplitSpec;

export type PublishedParameters = ParametersOf<typeof spec.parameters>;
