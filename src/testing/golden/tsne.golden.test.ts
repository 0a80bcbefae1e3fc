import { describe, test } from 'vitest';
import { tf } from '../../core/tensors.ts';
import { conditionalAffinities, jointAffinities } from '../../core/math/tsne-affinities.ts';
import { tsneDivergence, tsneGradient } from '../../core/math/tsne-objective.ts';
import { forEachBackend } from '../backends.ts';
import { expectGolden, goldenCases, inputNumber, inputRows } from '../goldens.ts';

describe('golden tsne', () => {
  forEachBackend(() => {
    test.each(goldenCases('tsne'))('$case', async (golden) => {
      const points = tf.tensor2d(inputRows(golden, 'points'));
      const embedding = tf.tensor2d(inputRows(golden, 'embedding'));
      const conditional = conditionalAffinities(points, inputNumber(golden, 'perplexity'));
      const joint = jointAffinities(conditional);
      const kl = tsneDivergence(joint, embedding);
      const gradient = tsneGradient(joint, embedding);
      const actual = {
        conditional: await conditional.data(),
        joint: await joint.data(),
        kl: await kl.data(),
        gradient: await gradient.data(),
      };
      tf.dispose([points, embedding, conditional, joint, kl, gradient]);
      expectGolden(actual, golden);
    });
  });
});
