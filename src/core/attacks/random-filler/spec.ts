import type { AttackSpec } from '../../contracts.ts';
import { integer, items, type ParametersOf } from '../../params/fields.ts';

const parameters = {
  targetItems: items({
    default: { by: 'popularity-rank', ranks: [60] },
    label: 'Target items',
    help: 'What the attacker wants in everybody’s list.',
  }),
  fakeUserCount: integer({
    default: 67,
    min: 0,
    max: 100000,
    label: 'Fake users',
    symbol: 'F',
    help: 'Accounts that the attacker adds to the training data.',
  }),
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
