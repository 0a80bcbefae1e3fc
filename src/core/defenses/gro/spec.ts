import type { DefenseSpec } from '../../contracts.ts';
import { choice, component, flag, integer, real, type ParametersOf } from '../../params/fields.ts';
import { ownTraining } from '../../params/sequence-fields.ts';

const parameters = {
  swapWeight: real({
    default: 1,
    min: 0,
    max: 1000,
    scale: 'log',
    label: 'Weight of the swap loss',
    symbol: 'λ',
    help: 'How much misleading a thief counts against recommending well. 0 is plain training.',
  }),
  listLength: integer({
    default: 100,
    min: 2,
    max: 1000,
    label: 'List length',
    symbol: 'k',
    help: 'Length of the lists that a thief would see. There must be more items than that.',
  }),
  warmStart: flag({
    default: false,
    label: 'Train plainly first',
    help: 'Trains the victim to its end without the defense, and goes on from there with it, as the paper does.',
  }),
  epochs: integer({
    default: 0,
    min: 0,
    max: 5000,
    label: 'Defended epochs',
    help: 'Epochs with the defense; 0 means as many as the victim’s own.',
  }),
  keeps: choice({
    label: 'Kept parameters',
    help: 'As the victim keeps them without the defense: those that validation finds best if it stops early (its patience is above 0), else the last. Validation looks at hits alone and may choose an epoch that the defense has hardly changed yet; the authors keep the last.',
    default: 'validated',
    options: { validated: 'as without the defense', last: 'always the last' },
    advanced: true,
  }),
  studentIs: choice({
    label: 'Student',
    help: 'The thief that the defender imagines: a copy of the victim’s architecture (the paper’s worst case) or another model.',
    default: 'same',
    options: { same: 'like the victim', other: 'another model' },
  }),
  student: component({
    of: 'model',
    default: { id: 'bert4rec', params: {} },
    label: 'Other student',
    help: 'The student’s model when it is not like the victim. It takes one step with every step of the victim, so that its own epochs, batches, patience, objective and masks play no part.',
    unread: ['epochs', ...ownTraining],
  }),
  marginRank: real({
    default: 0.5,
    min: 0,
    max: 100,
    label: 'Student’s margin in the list',
    symbol: 'm₁',
    advanced: true,
    help: 'By how much the student wants an item above the next one of the list.',
  }),
  marginNegative: real({
    default: 0.5,
    min: 0,
    max: 100,
    label: 'Student’s margin to other items',
    symbol: 'm₂',
    advanced: true,
    help: 'By how much the student wants an item of the list above one outside it.',
  }),
  marginSwap: real({
    default: 0,
    min: 0,
    max: 100,
    label: 'Swap margin',
    symbol: 'm_swap',
    advanced: true,
    help: 'By how much the misleading item should score above the one whose place it takes. The authors’ code has none.',
  }),
  reduction: choice({
    label: 'Terms of the student’s loss',
    help: 'Summed as in the paper, or averaged as in the authors’ code. Where the terms of a position cancel out, a sum leaves it alone, and means swap in the student’s best item.',
    default: 'sum',
    options: { sum: 'sum', mean: 'mean' },
    advanced: true,
  }),
  ties: choice({
    label: 'Positions without gradient',
    help: 'Where the student’s loss does not depend on a position, the authors’ code swaps in the first item; that can be left out.',
    default: 'skip-zero-rows',
    options: { reference: 'first item', 'skip-zero-rows': 'left alone' },
    advanced: true,
  }),
  negatives: choice({
    label: 'Other items',
    help: 'Only items outside the list, or the authors’ sampler, which lets items of the list through.',
    default: 'outside',
    options: { outside: 'outside the list', reference: 'authors’ sampler' },
    advanced: true,
  }),
} as const;

/**
 * Work of a step of GRO against a plain step: the victim's lists (a forward pass), the student's step, and the victim's own with the swap
 * loss. Measured 2.1 to 3.0 (median 2.4) for BERT4Rec, SASRec and NARM, lists of 20 and 100 among 120 and 1,283 items, in WebAssembly and
 * in plain JavaScript; the student has the size of the victim.
 */
const stepWork = 2.4;

export type GroParameters = ParametersOf<typeof parameters>;

export const spec = {
  id: 'gro',
  name: 'GRO',
  summary: 'Trains the victim so that its lists mislead a student who imitates it.',
  family: 'defense',
  parameters,
  references: ['zhang-2024'],
  fidelity: 'faithful',
  differences: [
    'Any model of sequences can be the victim; the authors’ code defends BERT4Rec only.',
    'The gradient of the swap matrix is taken in closed form from the student’s scores, never from the matrix; the numbers are the same.',
    'The student’s loss is a sum, as Eq. 4; the authors’ code takes means, which is an option and no mere scale: 1/(k - 1) and 1/k leave a slope where the sum has none. The swap loss is a mean in both, as Eq. 5.',
    'By default the defense is on from the first epoch, so that λ = 0 is the undefended victim bit for bit (a victim that stops early does so under the defense too; the authors keep the last epoch, which is an option); the paper goes on from a converged victim (Train plainly first), and the authors’ code does so except on MovieLens-1M.',
    'Positions without gradient are left alone by default; the authors’ code pushes the first item there, an accident of argmax.',
    'The softmax and the lists know items only; the authors’ sampler can draw padding and MASK.',
    'Lemma 4.1 holds up to the first item that A’ repeats; after it, an item stands at its place of A’ or higher.',
  ],
  wraps: 'train',
  requires: { task: ['next-item'] },
  faultIn: ({ listLength }, { itemCount }) =>
    listLength < itemCount
      ? undefined
      : { parameter: 'listLength', rule: `must be below the ${itemCount} items` },
  training: ({ warmStart, epochs }, victimEpochs) => ({
    fromPlain: warmStart,
    epochs: epochs > 0 ? epochs : victimEpochs,
    stepWork,
  }),
} as const satisfies DefenseSpec<typeof parameters>;
