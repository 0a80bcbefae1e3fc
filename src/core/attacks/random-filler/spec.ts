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
  differences: [
    'Clicks instead of ratings: the paper of Lam and Riedl rates fillers around the mean.',
    'Every fake user makes the same number of further clicks, which Tang et al. do not give. Their code has no such number: each item is clicked by itself where a draw of N(0, 1) is above a threshold ρ. No setting of that is published; with the thresholds of their learned attacks, 0.05 and 0.1, nearly half of all items would be clicked.',
  ],
  goal: 'promote',
  timing: 'training',
  produces: 'poison',
  knowledge: 'Only the catalogue of items.',
  requires: { task: ['ranking'] },
} as const satisfies AttackSpec<typeof parameters>;
