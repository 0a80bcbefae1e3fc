import type { DatasetSpec } from '../../contracts.ts';
import { choice, integer, real, type ParametersOf } from '../../params/fields.ts';

export const spec = {
  id: 'markov-sequences',
  name: 'Planted sequences',
  summary: 'Made-up users who walk from item to item along planted links: what comes next can be learned.',
  family: 'dataset',
  origin: 'generated',
  provides: ['times'],
  licence: 'Generated, free of rights.',
  parameters: {
    users: integer({ label: 'Users', help: 'Sequences.', default: 800, min: 1, max: 100000 }),
    items: integer({ label: 'Items', help: 'Items to walk over.', default: 300, min: 4, max: 100000 }),
    length: integer({
      label: 'Longest sequence',
      help: 'Items of a user, all different; the shortest sequences are half as long.',
      default: 20,
      min: 2,
      max: 1000,
    }),
    order: choice({
      label: 'Memory',
      help: 'What the next item depends on: the item before, or the two items before.',
      default: 'one',
      options: { one: 'one item', two: 'two items' },
    }),
    branching: integer({
      label: 'Ways on',
      help: 'Items that may follow an item, each half as likely as the one before it.',
      default: 4,
      min: 1,
      max: 50,
    }),
    noise: real({
      label: 'Noise',
      help: 'Part of the steps that go to a random item.',
      default: 0.15,
      min: 0,
      max: 1,
    }),
  },
  references: [],
  fidelity: 'faithful',
  differences: [],
} as const satisfies DatasetSpec;

export type MarkovSequencesParameters = ParametersOf<typeof spec.parameters>;
