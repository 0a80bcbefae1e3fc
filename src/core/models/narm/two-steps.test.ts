import { describe, expect, test } from 'vitest';
import { forEachBackend } from '../../../testing/backends.ts';
import { expectNoLeak } from '../../../testing/leak-check.ts';
import { defaultsOf, plantedSequences, trainedOn } from '../../../testing/sequence-run.ts';
import { narm } from './narm.ts';
import { spec, type NarmParameters } from './spec.ts';

const small: NarmParameters = {
  ...defaultsOf<NarmParameters>(spec.parameters),
  embeddingSize: 16,
  hiddenSize: 16,
  attentionSize: 8,
  maxLength: 9,
  learningRate: 0.02,
  patience: 0,
};

describe('narm', () => {
  forEachBackend(() => {
    test('takes two steps whose losses are those of the plain backend', async () => {
      const { train } = await plantedSequences(40);
      await expectNoLeak(async () => {
        const run = await trainedOn(narm.create({ ...small, epochs: 1, batchSize: 20 }), train);
        expect(run.losses).toHaveLength(2);
        [3.6889, 3.6884].forEach((loss, at) =>
          expect(Math.abs((run.losses[at] as number) / loss - 1)).toBeLessThan(0.01),
        );
        run.dispose();
      });
    });
  });
});
