import type { DatasetSpec } from '../../contracts.ts';
import { choice, type ParametersOf } from '../../params/fields.ts';

export const spec = {
  id: 'ml-1m',
  name: 'MovieLens 1M',
  summary: 'A million film ratings by 6,040 people, 2000-2003.',
  family: 'dataset',
  origin: 'raw',
  provides: ['times', 'ratings', 'titles', 'genres'],
  licence: 'GroupLens terms: research use; no redistribution without separate permission.',
  parameters: {
    ratings: choice({
      label: 'Ratings file',
      help: 'The published ratings.dat, or a table put together again from derived files (999,608 of 1,000,209 ratings, no times for 2,032 users).',
      default: 'original',
      options: { original: 'ratings.dat', recovered: 'ratings_recovered.csv.gz' },
    }),
    users: choice({
      label: 'Users',
      help: 'All users, or only those whose times are known: needed for the order of histories.',
      default: 'all',
      options: { all: 'all', timed: 'with known times' },
    }),
  },
  references: ['harper-2015'],
  fidelity: 'faithful',
  differences: ['The recovered table lacks 601 ratings: 598 of films with fewer than 5, and 3 single ones.'],
} as const satisfies DatasetSpec;

export type Ml1mParameters = ParametersOf<typeof spec.parameters>;
