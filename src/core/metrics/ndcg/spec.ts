import type { MetricSpec } from '../../contracts.ts';

export const spec = {
  id: 'ndcg',
  name: 'NDCG',
  summary:
    'How early the held-out items stand among the first k: 1 when they fill the first places, 0 when none is there.',
  family: 'metric',
  parameters: {},
  references: [],
  fidelity: 'faithful',
  differences: [],
  cutoff: true,
  reads: 'held-out',
  better: 'higher',
} as const satisfies MetricSpec;
