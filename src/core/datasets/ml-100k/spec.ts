import type { DatasetSpec } from '../../contracts.ts';
import type { ParametersOf } from '../../params/fields.ts';

export const spec = {
  id: 'ml-100k',
  name: 'MovieLens 100K',
  summary: '100,000 film ratings by 943 people, 1997-1998. Reads u.data and u.item.',
  family: 'dataset',
  origin: 'raw',
  provides: ['times', 'ratings', 'titles', 'genres'],
  licence: 'GroupLens terms: research use; no redistribution without separate permission.',
  parameters: {},
  references: ['harper-2015'],
  fidelity: 'faithful',
  differences: [],
} as const satisfies DatasetSpec;

export type Ml100kParameters = ParametersOf<typeof spec.parameters>;
