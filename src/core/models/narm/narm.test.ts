import { describe } from 'vitest';
import { testSequenceModel } from '../../../testing/sequence-model-facts.ts';
import { narm } from './narm.ts';
import { spec } from './spec.ts';

describe('narm', () => {
  testSequenceModel(narm, spec, {
    embeddingSize: 16,
    hiddenSize: 16,
    attentionSize: 8,
    epochs: 20,
    learningRate: 0.02,
  });
});
