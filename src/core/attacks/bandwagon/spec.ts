import type { AttackSpec } from '../../contracts.ts';
import { fakeUserCountField, targetItemsField } from '../../params/attack-fields.ts';
import { integer, type ParametersOf } from '../../params/fields.ts';

const parameters = {
  targetItems: targetItemsField,
  fakeUserCount: fakeUserCountField,
  popularCount: integer({
    default: 10,
    min: 1,
    max: 100000,
    label: 'Popular items',
    help: 'The most clicked items, which every fake user clicks.',
  }),
  fillerCount: integer({
    default: 20,
    min: 0,
    max: 100000,
    label: 'Filler items',
    help: 'Random further clicks of each fake user.',
  }),
} as const;

export type BandwagonParameters = ParametersOf<typeof parameters>;

export const spec = {
  id: 'bandwagon',
  name: 'Bandwagon',
  summary:
    'Every fake user clicks the targets, the most popular items, and a few at random: the targets are seen beside what everybody likes.',
  family: 'attack',
  parameters,
  references: ['mobasher-2007'],
  fidelity: 'simplified',
  differences: [
    'Clicks instead of ratings: popular items and targets are clicked where the papers rate them highest, and fillers have no rating.',
  ],
  goal: 'promote',
  timing: 'training',
  produces: 'poison',
  knowledge: 'Which items are most popular.',
  requires: { task: ['ranking'] },
} as const satisfies AttackSpec<typeof parameters>;
