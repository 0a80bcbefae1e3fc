import type { DatasetSpec } from '../../contracts.ts';
import { choice, type ParametersOf } from '../../params/fields.ts';

export const spec = {
  id: 'book-crossing',
  name: 'Book-Crossing',
  summary: '62,656 book ratings by 1,295 people, or all books that 2,946 people took note of.',
  family: 'dataset',
  origin: 'raw',
  provides: ['ratings', 'titles'],
  licence: 'Free for research use when acknowledged; redistribution not mentioned.',
  parameters: {
    feedback: choice({
      label: 'Feedback',
      help: 'Ratings from 1 to 10, or every book a person took note of.',
      default: 'explicit',
      options: { explicit: 'ratings', implicit: 'history' },
    }),
  },
  references: ['ziegler-2005'],
  fidelity: 'faithful',
  differences: [],
} as const satisfies DatasetSpec;

export type BookCrossingParameters = ParametersOf<typeof spec.parameters>;
