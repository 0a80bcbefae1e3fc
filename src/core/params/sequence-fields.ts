import type { Fault } from './fault.ts';
import { integer, real } from './fields.ts';

/** The hyperparameters that every model of sequences has. */
export const sequenceFields = {
  embeddingSize: integer({
    default: 64,
    min: 2,
    max: 512,
    label: 'Embedding size',
    symbol: 'D',
    help: 'Numbers that describe each item.',
  }),
  maxLength: integer({
    default: 30,
    min: 2,
    max: 400,
    label: 'Sequence length',
    symbol: 'n',
    help: 'The model looks at so many of a user’s last items. Time grows with its square.',
  }),
  epochs: integer({
    default: 60,
    min: 1,
    max: 5000,
    label: 'Epochs',
    help: 'Passes over all sequences, at most.',
  }),
  batchSize: integer({
    default: 64,
    min: 1,
    max: 4096,
    label: 'Batch size',
    symbol: 'B',
    help: 'Sequences looked at before each step.',
  }),
  learningRate: real({
    default: 0.001,
    min: 1e-6,
    max: 1,
    scale: 'log',
    label: 'Learning rate',
    symbol: 'α',
    help: 'Step size of AdamW.',
  }),
  weightDecay: real({
    default: 0.01,
    min: 0,
    max: 1,
    label: 'Weight decay',
    advanced: true,
    help: 'How strongly AdamW shrinks weights; biases and norms are spared.',
  }),
  gradientNorm: real({
    default: 5,
    min: 0,
    max: 1000,
    label: 'Gradient norm',
    advanced: true,
    help: 'Longer gradients are shortened to this, tensor by tensor. 0 leaves them.',
  }),
  patience: integer({
    default: 10,
    min: 0,
    max: 1000,
    label: 'Patience',
    help: 'Training ends after so many epochs without better NDCG@10 on each user’s last training item. 0 trains all epochs on all items.',
  }),
  dropout: real({
    default: 0.1,
    min: 0,
    max: 0.9,
    label: 'Dropout',
    help: 'Part of the hidden values that are left out at random in each training step.',
  }),
} as const;

/** What transformers have besides. */
export const transformerFields = {
  blocks: integer({ default: 2, min: 1, max: 12, label: 'Blocks', help: 'Transformer layers.' }),
  heads: integer({
    default: 2,
    min: 1,
    max: 16,
    label: 'Heads',
    help: 'Attention looks for so many things at once; it must divide the embedding size.',
  }),
  feedForwardSize: integer({
    default: 256,
    min: 1,
    max: 4096,
    label: 'Feed-forward size',
    symbol: 'E',
    advanced: true,
    help: 'Width of the layer between two attentions.',
  }),
  attentionDropout: real({
    default: 0.1,
    min: 0,
    max: 0.9,
    label: 'Attention dropout',
    advanced: true,
    help: 'Part of the attention weights that are left out at random in each training step.',
  }),
  initialDeviation: real({
    default: 0.02,
    min: 1e-4,
    max: 1,
    scale: 'log',
    label: 'Initial deviation',
    symbol: 'σ',
    advanced: true,
    help: 'Standard deviation of the random weights before training, cut at two of it.',
  }),
} as const;

/** Every head gets the same number of columns. */
export function headsFault({
  heads,
  embeddingSize,
}: Readonly<Record<'heads' | 'embeddingSize', number>>): Fault | undefined {
  if (embeddingSize % heads === 0) return undefined;
  return { parameter: 'heads', rule: `must divide the embedding size ${embeddingSize}` };
}

/**
 * What a model of sequences reads only while it learns from data of its own. One that imitates the answers of another model takes from its
 * parameters the architecture, the first values and the optimizer.
 */
export const ownTraining = ['batchSize', 'patience', 'objective', 'maskRate', 'mostMasked'] as const;
