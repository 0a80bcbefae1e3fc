import type { ModelSpec } from '../../contracts.ts';

const parameters = {};
export type PopularityParameters = Record<string, never>;

export const spec = {
  id: 'popularity',
  name: 'Popularity',
  summary:
    'Recommends what most users clicked: everybody gets the same list. The floor that a personal model must beat.',
  family: 'model',
  parameters,
  references: [],
  fidelity: 'faithful',
  differences: [],
  task: 'ranking',
  capabilities: { gradients: 'none', embeddings: false, readsData: false, sequences: false },
} as const satisfies ModelSpec<typeof parameters>;
