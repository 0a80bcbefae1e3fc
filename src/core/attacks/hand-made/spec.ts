import type { AttackSpec } from '../../contracts.ts';
import { fakeUserCountField, targetItemsField } from '../../params/attack-fields.ts';
import { integer, items, real, type ParametersOf } from '../../params/fields.ts';

const share = (which: string) =>
  real({
    default: 0,
    min: 0,
    max: 1,
    label: `Share with the ${which} profile`,
    help: `The part of the fake users who click the ${which} profile in place of the first.`,
    advanced: true,
  });
const further = (which: string) =>
  items({
    default: { by: 'popularity-rank', ranks: [1] },
    mayBeEmpty: true,
    label: `${which} profile`,
    help: 'Clicked besides the targets by the share of the fake users that is set for it.',
    advanced: true,
  });

const parameters = {
  targetItems: targetItemsField,
  fakeUserCount: fakeUserCountField,
  profile: items({
    default: { by: 'popularity-rank', ranks: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] },
    mayBeEmpty: true,
    label: 'Profile',
    help: 'What every fake user clicks besides the targets. Popular items make it resemble many real users, rarer ones a few.',
  }),
  clickCap: integer({
    default: 0,
    min: 0,
    max: 100000,
    label: 'Clicks per fake user at most',
    help: 'Targets count too; what is named first is kept. 0 sets no limit.',
  }),
  secondProfile: further('Second'),
  secondShare: share('second'),
  thirdProfile: further('Third'),
  thirdShare: share('third'),
} as const;

export type HandMadeParameters = ParametersOf<typeof parameters>;

export const spec = {
  id: 'hand-made',
  name: 'Hand-made profiles',
  summary: 'You choose what the fake users click: up to three profiles, shared out among them.',
  family: 'attack',
  parameters,
  references: ['lam-2004'],
  fidelity: 'simplified',
  differences: [
    'The lab’s own, to play against the learned attacks: profiles are chosen by a person, where the paper of Lam and Riedl draws them by a rule.',
    'Clicks instead of ratings: every fake user clicks all targets, and no item is rated low.',
  ],
  goal: 'promote',
  timing: 'training',
  produces: 'poison',
  knowledge: 'What the person who chooses knows of the items and of those who like them.',
  requires: { task: ['ranking'] },
} as const satisfies AttackSpec<typeof parameters>;
