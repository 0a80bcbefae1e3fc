import type { AttackSpec } from '../../contracts.ts';
import { fakeUserCountField, targetItemsField } from '../../params/attack-fields.ts';
import { integer, type ParametersOf } from '../../params/fields.ts';

const parameters = {
  targetItems: targetItemsField,
  fakeUserCount: fakeUserCountField,
  fillerCount: integer({
    default: 30,
    min: 0,
    max: 100000,
    label: 'Filler items',
    help: 'Random further clicks of each fake user, besides the targets.',
  }),
} as const;

export type RandomFillerParameters = ParametersOf<typeof parameters>;

export const spec = {
  id: 'random-filler',
  name: 'Random filler',
  summary:
    'Every fake user clicks the targets and some items at random: the classic attack that needs to know nothing.',
  family: 'attack',
  parameters,
  references: ['lam-2004', 'tang-2020'],
  fidelity: 'faithful',
  differences: ['Clicks instead of ratings: the paper of Lam and Riedl rates fillers around the mean.'],
  goal: 'promote',
  timing: 'training',
  produces: 'poison',
  knowledge: 'Only the catalogue of items.',
  requires: { task: ['ranking'] },
} as const satisfies AttackSpec<typeof parameters>;
