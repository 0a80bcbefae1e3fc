import type { DatasetSpec } from '../../contracts.ts';
import type { ParametersOf } from '../../params/fields.ts';

export const spec = {
  id: 'movielens-small',
  name: 'MovieLens small',
  summary: '100,004 film ratings by 671 people, bundled with the page.',
  family: 'dataset',
  origin: 'bundled',
  provides: ['times', 'ratings', 'titles', 'genres'],
  licence:
    'GroupLens terms: research use; redistribution under the same conditions; no commercial use without permission.',
  parameters: {},
  references: ['harper-2015'],
  fidelity: 'faithful',
  differences: [
    'Times are places in the user’s own history (0, 1, 2, ...), not seconds: they order each user’s ratings, equal seconds by film id, and say nothing across users.',
    'The 59 films that nobody rated are left out.',
  ],
} as const satisfies DatasetSpec;

export type MovielensSmallParameters = ParametersOf<typeof spec.parameters>;
