import { describe } from 'vitest';
import { testSequenceModel } from '../../../testing/sequence-model-facts.ts';
import { bert4rec } from './bert4rec.ts';
import { spec } from './spec.ts';

describe('bert4rec', () => {
  testSequenceModel(bert4rec, spec, {
    embeddingSize: 32,
    feedForwardSize: 32,
    blocks: 1,
    epochs: 40,
    batchSize: 16,
    learningRate: 0.01,
    maskRate: 0.3,
  });
});
