import { describe, expect, test } from 'vitest';
import { forEachBackend } from '../../../testing/backends.ts';
import { expectNoLeak } from '../../../testing/leak-check.ts';
import { defaultsOf, plantedSequences, trainedOn } from '../../../testing/sequence-run.ts';
import { bert4rec } from './bert4rec.ts';
import { spec, type Bert4recParameters } from './spec.ts';

const small: Bert4recParameters = {
  ...defaultsOf<Bert4recParameters>(spec.parameters),
  embeddingSize: 16,
  feedForwardSize: 32,
  maxLength: 9,
  blocks: 1,
  learningRate: 0.01,
  maskRate: 0.3,
  patience: 0,
};

describe('bert4rec', () => {
  forEachBackend(() => {
    test('takes two steps whose losses are those of the plain backend', async () => {
      const { train } = await plantedSequences(40);
      await expectNoLeak(async () => {
        const run = await trainedOn(bert4rec.create({ ...small, epochs: 1, batchSize: 20 }), train);
        expect(run.losses).toHaveLength(2);
        [3.6829, 3.6737].forEach((loss, at) =>
          expect(Math.abs((run.losses[at] as number) / loss - 1)).toBeLessThan(0.01),
        );
        run.dispose();
      });
    });
  });
});
