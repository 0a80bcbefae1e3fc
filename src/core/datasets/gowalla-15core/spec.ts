import type { DatasetSpec } from '../../contracts.ts';
import { choice, type ParametersOf } from '../../params/fields.ts';

export const spec = {
  id: 'gowalla-15core',
  name: 'Gowalla (15-core)',
  summary: '535,610 places visited by 13,149 people, each with at least 15.',
  family: 'dataset',
  origin: 'raw',
  provides: [],
  licence: 'Published by SNAP without an explicit licence; not redistributed.',
  parameters: {
    testSet: choice({
      label: 'Test set',
      help: 'Also read which check-ins the authors hid, for the split of the same name. Their numbers of places are worked out from who visited them.',
      default: 'none',
      options: { none: 'none', tang: 'of Tang et al. (tang_test.csv)' },
    }),
  },
  references: ['tang-2020', 'cho-2011'],
  fidelity: 'faithful',
  differences: [
    'The users and places of Tang et al. The authors published their test set alone, under numbers of their own; the lab works out which places those are, up to a few that nothing tells apart.',
    'Their test set is not a uniform draw: it holds up to 38% of the visits of the most popular places and nothing of 505 places, where a uniform 20% leaves out about 190.',
  ],
} as const satisfies DatasetSpec;

export type Gowalla15coreParameters = ParametersOf<typeof spec.parameters>;
