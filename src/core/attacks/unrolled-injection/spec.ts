import type { AttackSpec } from '../../contracts.ts';
import { choice, component, flag, integer, items, real, type ParametersOf } from '../../params/fields.ts';

const parameters = {
  surrogate: component({
    of: 'model',
    default: { id: 'wrmf', params: {} },
    label: 'Surrogate',
    help: 'The attacker’s own copy of a recommender, through whose training the gradient is taken.',
  }),
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
  unrollSteps: integer({
    default: 100,
    min: 0,
    max: 100000,
    label: 'Unrolled steps',
    symbol: 'τ',
    help: 'How many of the last training steps the gradient passes through. All of them is exact.',
  }),
  outerSteps: integer({
    default: 50,
    min: 0,
    max: 10000,
    label: 'Outer steps',
    symbol: 'T',
    help: 'How often the fake profiles are improved.',
  }),
  outerLearningRate: real({
    default: 1,
    min: 1e-6,
    max: 1e6,
    scale: 'log',
    label: 'Outer learning rate',
    symbol: 'η',
    help: 'Step size on the fake profiles.',
  }),
  outerMomentum: real({
    default: 0.99,
    min: 0,
    max: 0.9999,
    label: 'Outer momentum',
    help: 'Heavy-ball momentum of the outer descent, kept over the projection.',
  }),
  threshold: real({
    default: 0.2,
    min: 0,
    max: 1,
    label: 'Click threshold',
    symbol: 'ρ',
    help: 'A profile entry at or above this becomes a click.',
  }),
  strictThreshold: flag({
    default: false,
    label: 'Strictly above the threshold',
    advanced: true,
    help: 'The authors’ code asks for more than ρ, the paper for at least ρ.',
  }),
  normalizeGradient: flag({
    default: false,
    label: 'Normalize per fake user',
    advanced: true,
    help: 'Scale the gradient of each fake user to length 1, as the authors do on real data.',
  }),
  initialProfiles: choice({
    default: 'genuine-copies',
    label: 'First profiles',
    options: {
      'genuine-copies': 'copies of random genuine users',
      'held-back': 'genuine users held back from the data',
      empty: 'empty profiles',
    },
    help: 'What the fake users look like before the first step.',
  }),
  initialClickLimit: integer({
    default: 100,
    min: 1,
    max: 1000000,
    label: 'Clicks of a copied user',
    advanced: true,
    help: 'Only genuine users with at most this many clicks are copied as first profiles.',
  }),
  surrogateSeeds: choice({
    default: 'fixed',
    label: 'Surrogate seeds',
    advanced: true,
    options: { fixed: 'one, fixed', fresh: 'a fresh one each outer step', mean: 'mean over several, fixed' },
    help: 'Which initial values the surrogate is trained from at each outer step.',
  }),
  surrogateSeedCount: integer({
    default: 4,
    min: 1,
    max: 64,
    label: 'Seeds in the mean',
    advanced: true,
    help: 'How many initial values the mean gradient is over.',
  }),
} as const;

export type UnrolledInjectionParameters = ParametersOf<typeof parameters>;

export const spec = {
  id: 'unrolled-injection',
  name: 'Learned injection (unrolled)',
  summary:
    'Learns what fake users should click by following the gradient through the whole training of a recommender.',
  family: 'attack',
  parameters,
  references: ['tang-2020'],
  fidelity: 'faithful',
  differences: [
    'Exactly the last τ steps are differentiated, as in the authors’ code; Eq. 9 written out sums τ + 1 terms.',
    'The projection keeps entries at or above ρ as in the paper; the strict comparison of the code is an option.',
    'First profiles are copies of random genuine users, as the paper says, with at most 100 clicks, as the code has it; the code takes the first such users instead of random ones.',
    'A zero gradient row stays zero under normalization; the authors’ code divides by zero there.',
    'Fresh and mean surrogate seeds are the lab’s own; the paper and the code fix one seed.',
  ],
  goal: 'promote',
  timing: 'training',
  produces: 'poison',
  knowledge: 'The training data, and the kind of model or one like it.',
  requires: { model: { of: 'surrogate', gradients: ['exact'] }, task: ['ranking'] },
} as const satisfies AttackSpec<typeof parameters>;
