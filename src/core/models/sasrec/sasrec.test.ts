import { describe } from 'vitest';
import { testSequenceModel } from '../../../testing/sequence-model-facts.ts';
import { sasrec } from './sasrec.ts';
import { spec } from './spec.ts';

describe('sasrec', () => {
  testSequenceModel(sasrec, spec, {
    embeddingSize: 16,
    feedForwardSize: 32,
    blocks: 1,
    epochs: 30,
    learningRate: 0.01,
  });
});
