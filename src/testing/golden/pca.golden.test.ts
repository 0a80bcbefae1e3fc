import { describe, test } from 'vitest';
import { pca } from '../../core/math/pca.ts';
import { tf } from '../../core/tensors.ts';
import { forEachBackend } from '../backends.ts';
import { expectGolden, goldenCases, inputRows } from '../goldens.ts';

describe('golden pca', () => {
  forEachBackend(() => {
    test.each(goldenCases('pca'))('$case', async (golden) => {
      const points = tf.tensor2d(inputRows(golden, 'points'));
      const actual = await pca(points, 2);
      points.dispose();
      expectGolden({ ...actual }, golden);
    });
  });
});
