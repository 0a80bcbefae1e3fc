import type { ModelSpec } from '../../contracts.ts';
import { choice, integer, real, type ParametersOf } from '../../params/fields.ts';
import { sequenceFields } from '../../params/sequence-fields.ts';

const parameters = {
  ...sequenceFields,
  hiddenSize: integer({
    default: 64,
    min: 1,
    max: 1024,
    label: 'State size',
    symbol: 'H',
    help: 'Numbers that the recurrent layer remembers.',
  }),
  attentionSize: integer({
    default: 32,
    min: 1,
    max: 1024,
    label: 'Attention size',
    symbol: 'A',
    advanced: true,
    help: 'Width of the layer that decides which items matter.',
  }),
  squashing: choice({
    label: 'Attention curve',
    help: 'The smooth sigmoid of the paper, or the piecewise linear one of the attack’s code.',
    default: 'sigmoid',
    options: { sigmoid: 'sigmoid', 'hard-sigmoid': 'hard sigmoid' },
    advanced: true,
  }),
  initialDeviation: real({
    default: 0.05,
    min: 1e-4,
    max: 1,
    scale: 'log',
    label: 'Initial deviation',
    symbol: 'σ',
    advanced: true,
    help: 'Standard deviation of the random weights before training, cut at two of it.',
  }),
} as const;

export type NarmParameters = ParametersOf<typeof parameters>;

export const spec = {
  id: 'narm',
  name: 'NARM',
  summary:
    'A recurrent network that reads a sequence and pays attention to the items that tell what it is about.',
  family: 'model',
  parameters,
  references: ['li-2017', 'yue-2021'],
  fidelity: 'faithful',
  differences: [
    'AdamW with clipped gradients, as Yue et al. train it; the paper of Li et al. uses Adam.',
    'Smaller layers by default: state 64 and attention 32, where the code of Yue et al. has 128 and 128.',
    'Dropout only on the item vectors; the paper has it also before the output.',
    'All prefixes of a sequence are trained in one pass, which gives the same loss as separate examples.',
  ],
  task: 'next-item',
  trainingLoss: 'Cross-entropy (nats, mean)',
  capabilities: { gradients: 'none', embeddings: false, readsData: true, sequences: true },
} as const satisfies ModelSpec<typeof parameters>;
