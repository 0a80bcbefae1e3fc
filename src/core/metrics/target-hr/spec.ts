import type { MetricSpec } from '../../contracts.ts';

export const spec = {
  id: 'target.hr',
  name: 'Target hit rate',
  summary: 'The share of genuine users who see a target item they do not own among the first k.',
  family: 'metric',
  parameters: {},
  references: ['tang-2020'],
  fidelity: 'faithful',
  differences: [],
  cutoff: true,
  reads: 'targets',
  better: 'higher',
} as const satisfies MetricSpec;
