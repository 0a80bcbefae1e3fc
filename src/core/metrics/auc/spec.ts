import type { MetricSpec } from '../../contracts.ts';

export const spec = {
  id: 'auc',
  name: 'AUC',
  summary: 'The chance that a held-out item stands before another candidate.',
  family: 'metric',
  parameters: {},
  references: [],
  fidelity: 'faithful',
  differences: [],
  cutoff: false,
  reads: 'held-out',
  better: 'higher',
} as const satisfies MetricSpec;
