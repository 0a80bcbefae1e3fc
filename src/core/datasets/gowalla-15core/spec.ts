import type { DatasetSpec } from '../../contracts.ts';
import type { ParametersOf } from '../../params/fields.ts';

export const spec = {
  id: 'gowalla-15core',
  name: 'Gowalla (15-core)',
  summary: '535,610 places visited by 13,149 people, each with at least 15.',
  family: 'dataset',
  origin: 'raw',
  provides: [],
  licence: 'Published by SNAP without an explicit licence; not redistributed.',
  parameters: {},
  references: ['tang-2020', 'cho-2011'],
  fidelity: 'faithful',
  differences: [
    'Same users and places in number as in Tang et al.; the authors’ own division into training and test is not published whole, so draw one with the 80/20 split.',
  ],
} as const satisfies DatasetSpec;

export type Gowalla15coreParameters = ParametersOf<typeof spec.parameters>;
