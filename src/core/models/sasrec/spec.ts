import type { ModelSpec } from '../../contracts.ts';
import { choice, real, type ParametersOf } from '../../params/fields.ts';
import { headsFault, sequenceFields, transformerFields } from '../../params/sequence-fields.ts';

const parameters = {
  ...sequenceFields,
  ...transformerFields,
  objective: choice({
    label: 'Objective',
    help: 'Tell the next item from one random item, or pick it among all items.',
    default: 'binary',
    options: { binary: 'one random item', softmax: 'all items' },
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

export type SasrecParameters = ParametersOf<typeof parameters>;

export const spec = {
  id: 'sasrec',
  name: 'SASRec',
  summary: 'A transformer that looks back over a sequence at every place and predicts the item after it.',
  family: 'model',
  parameters,
  references: ['kang-2018', 'yue-2021'],
  fidelity: 'simplified',
  differences: [
    'Norms stand after each sublayer, as in the transformer that Yue et al. share between their models; the paper normalises before.',
    'Positions are counted from the first item of the sequence, not from the left end of the padding.',
    'AdamW with clipped gradients, as Yue et al. train it; the paper uses Adam.',
  ],
  fault: headsFault,
  task: 'next-item',
  trainingLoss: 'Cross-entropy (nats, mean)',
  capabilities: { gradients: 'none', embeddings: false, readsData: true, sequences: true },
} as const satisfies ModelSpec<typeof parameters>;
