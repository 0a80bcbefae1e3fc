import type { MetricSpec } from '../../contracts.ts';

export const spec = {
  id: 'hr',
  name: 'Hit rate',
  summary: 'The share of users for whom at least one held-out item is among the first k.',
  family: 'metric',
  parameters: {},
  references: [],
  fidelity: 'faithful',
  differences: [],
  cutoff: true,
  reads: 'held-out',
  better: 'higher',
} as const satisfies MetricSpec;
