import type { ModelSpec } from '../../contracts.ts';
import { integer, real, type ParametersOf } from '../../params/fields.ts';
import { headsFault, sequenceFields, transformerFields } from '../../params/sequence-fields.ts';

const parameters = {
  ...sequenceFields,
  ...transformerFields,
  maskRate: real({
    default: 0.2,
    min: 0.01,
    max: 1,
    label: 'Mask rate',
    symbol: 'p',
    help: 'Part of the items that are hidden and have to be filled in.',
  }),
  mostMasked: integer({
    default: 20,
    min: 1,
    max: 1000,
    label: 'Most masked items',
    advanced: true,
    help: 'At most so many items of one sequence are hidden at a time.',
  }),
  embeddingDeviation: real({
    default: 0.5,
    min: 1e-4,
    max: 10,
    scale: 'log',
    label: 'Initial deviation of vectors',
    advanced: true,
    help: 'Standard deviation of the vectors of items and places before training, cut at two of it.',
  }),
} as const;

export type Bert4recParameters = ParametersOf<typeof parameters>;

export const spec = {
  id: 'bert4rec',
  name: 'BERT4Rec',
  summary:
    'A transformer that learns to fill gaps in sequences and recommends what would fill a gap at the end.',
  family: 'model',
  parameters,
  references: ['sun-2019', 'yue-2021'],
  fidelity: 'faithful',
  differences: [
    'The variant of Yue et al. and of GRO: norms after each sublayer with the unbiased deviation, and no norm before the output.',
    'Token and position vectors start normal and cut at two deviations; the authors’ code leaves the item vectors uncut.',
    'The softmax runs over the items only; the authors’ code has padding and MASK in it too.',
    'Training data is masked afresh in every epoch.',
  ],
  fault: headsFault,
  task: 'next-item',
  trainingLoss: 'Cross-entropy (nats, mean)',
  capabilities: { gradients: 'none', embeddings: false, readsData: true, sequences: true },
} as const satisfies ModelSpec<typeof parameters>;
