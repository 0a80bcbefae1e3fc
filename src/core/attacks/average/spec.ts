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
    help: 'Further clicks of each fake user, drawn in proportion to popularity.',
  }),
} as const;

export type AverageParameters = ParametersOf<typeof parameters>;

export const spec = {
  id: 'average',
  name: 'Average',
  summary:
    'Every fake user clicks the targets and further items as often as an average user does: popular ones more often.',
  family: 'attack',
  parameters,
  references: ['lam-2004', 'mobasher-2007'],
  fidelity: 'simplified',
  differences: [
    'With ratings each filler gets its mean rating; with clicks alone, an item’s mean is its share of the users, so fillers are drawn in proportion to popularity.',
  ],
  goal: 'promote',
  timing: 'training',
  produces: 'poison',
  knowledge: 'How often each item was clicked.',
  requires: { task: ['ranking'] },
} as const satisfies AttackSpec<typeof parameters>;
