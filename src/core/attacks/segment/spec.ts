import type { AttackSpec } from '../../contracts.ts';
import { fakeUserCountField, targetItemsField } from '../../params/attack-fields.ts';
import { integer, type ParametersOf } from '../../params/fields.ts';

const parameters = {
  targetItems: targetItemsField,
  fakeUserCount: fakeUserCountField,
  segmentCount: integer({
    default: 10,
    min: 1,
    max: 100000,
    label: 'Segment items',
    help: 'Items whose users are most like those of the targets, which every fake user clicks.',
  }),
  fillerCount: integer({
    default: 20,
    min: 0,
    max: 100000,
    label: 'Filler items',
    help: 'Random further clicks of each fake user.',
  }),
} as const;

export type SegmentParameters = ParametersOf<typeof parameters>;

export const spec = {
  id: 'segment',
  name: 'Segment',
  summary:
    'Every fake user clicks the targets, the items most like them, and a few at random: aimed at users who like such items.',
  family: 'attack',
  parameters,
  references: ['mobasher-2007'],
  fidelity: 'simplified',
  differences: [
    'Clicks instead of ratings: segment items and targets are clicked where the paper rates them highest, and fillers, which it rates lowest, have no rating.',
    'The segment is found from the data: the items of largest Jaccard similarity to a target; the paper picks items of one genre by hand.',
  ],
  goal: 'promote',
  timing: 'training',
  produces: 'poison',
  knowledge: 'Which items are clicked by the users of the targets.',
  requires: { task: ['ranking'] },
} as const satisfies AttackSpec<typeof parameters>;
