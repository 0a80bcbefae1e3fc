import { describe, test } from 'vitest';
import type { Trainable } from '../../core/contracts.ts';
import { valueAndGradient } from '../../core/math/autodiff.ts';
import { cml } from '../../core/models/cml/cml.ts';
import { nearestMask, pairDistances } from '../../core/models/cml/hinge-loss.ts';
import { pickRows } from '../../core/nn/pick-rows.ts';
import { tf } from '../../core/tensors.ts';
import { forEachBackend } from '../backends.ts';
import { expectGolden, goldenCases, inputNumber, inputRows } from '../goldens.ts';

forEachBackend(() => {
  describe('golden cml-loss', () => {
    test.each(goldenCases('cml-loss'))('$case: loss, gradient and the nearest negatives', async (golden) => {
      const pairs = inputRows(golden, 'pairs');
      const drawn = inputRows(golden, 'negativeItems');
      const vectors = {
        users: tf.tensor2d(inputRows(golden, 'userFactors')),
        items: tf.tensor2d(inputRows(golden, 'itemFactors')),
      };
      const negativeCount = drawn[0]?.length ?? 0;
      const model = cml.create({
        embeddingSize: vectors.users.shape[1],
        epochs: 1,
        batchSize: pairs.length,
        learningRate: 0.1,
        negativeCount,
        margin: inputNumber(golden, 'margin'),
        unitBall: false,
        rankWeight: false,
        regularization: 0,
        regularized: 'all',
        initialDeviation: 1,
      }) as Trainable;
      const batch = {
        users: Int32Array.from(pairs, ([user]) => user as number),
        items: Int32Array.from(pairs, ([, item]) => item as number),
        negatives: Int32Array.from(drawn.flat()),
      };
      const { value, gradient } = valueAndGradient((point) => model.loss(point, batch), vectors);
      const distances = pairDistances(pickRows(vectors.users, batch.users), vectors.items, batch.negatives);
      const places = await tf.argMax(nearestMask(distances), 1).data();
      expectGolden(
        {
          hardestNegatives: Array.from(places, (place, row) => drawn[row]?.[place]),
          loss: (await value.data())[0],
          gradientUserFactors: await gradient.users?.array(),
          gradientItemFactors: await gradient.items?.array(),
        },
        golden,
      );
    });
  });
});
