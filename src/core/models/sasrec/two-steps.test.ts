import { describe, expect, test } from 'vitest';
import { forEachBackend } from '../../../testing/backends.ts';
import { expectNoLeak } from '../../../testing/leak-check.ts';
import { defaultsOf, plantedSequences, trainedOn } from '../../../testing/sequence-run.ts';
import { sasrec } from './sasrec.ts';
import { spec, type SasrecParameters } from './spec.ts';

const small: SasrecParameters = {
  ...defaultsOf<SasrecParameters>(spec.parameters),
  embeddingSize: 16,
  feedForwardSize: 32,
  maxLength: 9,
  blocks: 1,
  learningRate: 0.01,
  patience: 0,
};

describe('sasrec', () => {
  forEachBackend(() => {
    test('takes two steps whose losses are those of the plain backend', async () => {
      const { train } = await plantedSequences(40);
      await expectNoLeak(async () => {
        const run = await trainedOn(sasrec.create({ ...small, epochs: 1, batchSize: 20 }), train);
        expect(run.losses).toHaveLength(2);
        [2.0456, 2.1301].forEach((loss, at) =>
          expect(Math.abs((run.losses[at] as number) / loss - 1)).toBeLessThan(0.01),
        );
        run.dispose();
      });
    });
  });
});
