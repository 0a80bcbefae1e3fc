import type { MetricSpec } from '../../contracts.ts';

export const spec = {
  id: 'recall-capped',
  name: 'Capped recall',
  summary: 'The share of the held-out items that could stand among the first k and do.',
  family: 'metric',
  parameters: {},
  references: [],
  fidelity: 'faithful',
  differences: [],
  cutoff: true,
  reads: 'held-out',
  better: 'higher',
} as const satisfies MetricSpec;
