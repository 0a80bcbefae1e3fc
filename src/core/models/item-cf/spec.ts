import type { ModelSpec } from '../../contracts.ts';
import { integer, type ParametersOf } from '../../params/fields.ts';

const parameters = {
  neighbourCount: integer({
    default: 50,
    min: 1,
    max: 10000,
    label: 'Neighbours',
    symbol: 'N',
    help: 'How many of the most similar items each item of a user votes for.',
  }),
} as const;

export type ItemCfParameters = ParametersOf<typeof parameters>;

export const spec = {
  id: 'item-cf',
  name: 'ItemCF',
  summary:
    'Recommends what is similar to what you clicked: two items are alike when the same users clicked both.',
  family: 'model',
  parameters,
  references: ['sarwar-2001', 'tang-2020'],
  fidelity: 'faithful',
  differences: [
    'Jaccard similarity of the sets of users, as Tang et al. use it; Sarwar et al. compare ratings by cosine and correlation.',
    'A fractional entry of a fake profile counts as a click when it is above 0.',
  ],
  task: 'ranking',
  capabilities: { gradients: 'none', embeddings: false, readsData: true, sequences: false },
} as const satisfies ModelSpec<typeof parameters>;
