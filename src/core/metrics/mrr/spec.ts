import type { MetricSpec } from '../../contracts.ts';

export const spec = {
  id: 'mrr',
  name: 'Mean reciprocal rank',
  summary: 'One over the place of the first held-out item, in the whole ranking.',
  family: 'metric',
  parameters: {},
  references: [],
  fidelity: 'faithful',
  differences: [],
  cutoff: false,
  reads: 'held-out',
  better: 'higher',
} as const satisfies MetricSpec;
