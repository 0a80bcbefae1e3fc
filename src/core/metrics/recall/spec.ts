import type { MetricSpec } from '../../contracts.ts';

export const spec = {
  id: 'recall',
  name: 'Recall',
  summary: "The share of a user's held-out items that are among the first k.",
  family: 'metric',
  parameters: {},
  references: [],
  fidelity: 'faithful',
  differences: [],
  cutoff: true,
  reads: 'held-out',
  better: 'higher',
} as const satisfies MetricSpec;
