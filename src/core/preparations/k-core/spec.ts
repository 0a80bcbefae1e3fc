import type { PreparationSpec } from '../../contracts.ts';
import { flag, integer, type ParametersOf } from '../../params/fields.ts';

export const spec = {
  id: 'k-core',
  name: 'Minimum activity (k-core)',
  summary: 'Keeps only users and items with enough interactions.',
  family: 'preparation',
  parameters: {
    users: integer({
      label: 'Interactions per user',
      help: 'Users with fewer are dropped.',
      default: 10,
      min: 0,
      max: 100000,
    }),
    items: integer({
      label: 'Interactions per item',
      help: 'Items with fewer are dropped.',
      default: 10,
      min: 0,
      max: 100000,
    }),
    iterated: flag({
      label: 'Repeat until stable',
      help: 'Dropping an item can leave a user below the minimum: on repeats until nobody is, off counts once.',
      default: true,
    }),
  },
  references: [],
  fidelity: 'faithful',
  differences: ['Repeated interactions count each; merge repeats first to count distinct pairs.'],
} as const satisfies PreparationSpec;

export type KCoreParameters = ParametersOf<typeof spec.parameters>;
