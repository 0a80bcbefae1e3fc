import type { ModelSpec } from '../../contracts.ts';
import { choice, integer, type ParametersOf } from '../../params/fields.ts';

const parameters = {
  neighbourCount: integer({
    default: 50,
    min: 1,
    max: 10000,
    label: 'Neighbours',
    symbol: 'N',
    help: 'How many of the most similar users vote.',
  }),
  similarity: choice({
    default: 'cosine',
    label: 'Similarity',
    options: { cosine: 'cosine of the 0/1 rows', jaccard: 'Jaccard (items of both / items of either)' },
    help: 'How alike two users are.',
  }),
} as const;

export type UserCfParameters = ParametersOf<typeof parameters>;

export const spec = {
  id: 'user-cf',
  name: 'UserCF',
  summary:
    'Recommends what the users most like you clicked: each neighbour votes for its items with its similarity.',
  family: 'model',
  parameters,
  references: ['resnick-1994', 'lam-2004'],
  fidelity: 'simplified',
  differences: [
    'Clicks instead of ratings: neighbours vote with their similarity, where Resnick et al. average deviations from each neighbour’s mean rating.',
    'Cosine or Jaccard similarity of the sets of items instead of the correlation of ratings.',
    'A fractional entry of a fake profile makes it a neighbour like a click, and votes with its value.',
  ],
  task: 'ranking',
  capabilities: { gradients: 'none', embeddings: false, readsData: true, sequences: false },
} as const satisfies ModelSpec<typeof parameters>;
