import type { PreparationSpec } from '../../contracts.ts';
import { integer, type ParametersOf } from '../../params/fields.ts';

export const spec = {
  id: 'sample-users',
  name: 'Sample users',
  summary: 'Keeps a random sample of the users, to fit a small machine.',
  family: 'preparation',
  parameters: {
    count: integer({
      label: 'Users',
      help: 'How many users to keep; all of them when there are no more than this.',
      default: 500,
      min: 1,
      max: 10000000,
    }),
  },
  references: [],
  fidelity: 'faithful',
  differences: ['Items that only dropped users knew are dropped too.'],
} as const satisfies PreparationSpec;

export type SampleUsersParameters = ParametersOf<typeof spec.parameters>;
