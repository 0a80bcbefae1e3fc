import type { MetricSpec } from '../../contracts.ts';

export const spec = {
  id: 'target.rank',
  name: 'Target rank',
  summary: 'The place of the best target item that a user does not own, in the whole ranking; 1 is the top.',
  family: 'metric',
  parameters: {},
  references: [],
  fidelity: 'faithful',
  differences: [],
  cutoff: false,
  reads: 'targets',
  better: 'lower',
} as const satisfies MetricSpec;
