import type { DatasetSpec } from '../../contracts.ts';
import { integer, real, type ParametersOf } from '../../params/fields.ts';

export const spec = {
  id: 'low-rank',
  name: 'Synthetic low-rank data',
  summary: 'Made-up users and items with a few hidden tastes, the toy data of Tang et al.',
  family: 'dataset',
  origin: 'generated',
  provides: ['held-back-users'],
  licence: 'Generated, free of rights.',
  parameters: {
    users: integer({ label: 'Users', help: 'Genuine users.', default: 900, min: 1, max: 100000 }),
    heldBackUsers: integer({
      label: 'Held-back users',
      help: 'Further users of the same kind that are not in the data: an attack may start its fake profiles from them.',
      default: 100,
      min: 0,
      max: 100000,
    }),
    items: integer({ label: 'Items', help: 'Items to interact with.', default: 300, min: 2, max: 100000 }),
    rank: integer({
      label: 'Hidden tastes',
      help: 'Rank of the affinity matrix.',
      symbol: 'd',
      default: 20,
      min: 1,
      max: 1000,
    }),
    threshold: real({
      label: 'Threshold',
      help: 'A user interacts with the items whose affinity is above this. Higher means sparser data.',
      default: 5,
      min: -1000,
      max: 1000,
    }),
  },
  references: ['tang-2020'],
  fidelity: 'faithful',
  differences: [
    'The data are drawn from a seeded stream; the authors draw them without a seed, so their numbers cannot be redone bit by bit.',
    'A user without any interaction is drawn again; in the authors’ code such a user ends the program.',
    'The test item of each user is taken out by the split, not by the generator.',
  ],
} as const satisfies DatasetSpec;

export type LowRankParameters = ParametersOf<typeof spec.parameters>;
