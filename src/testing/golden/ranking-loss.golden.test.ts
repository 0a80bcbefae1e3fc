import { describe, test } from 'vitest';
import { rankingLoss, type RankingReduction } from '../../core/nn/ranking-loss.ts';
import { tf, type Tensor2D } from '../../core/tensors.ts';
import { forEachBackend } from '../backends.ts';
import { expectGolden, goldenCases, inputNumber, inputRows } from '../goldens.ts';

describe('golden ranking-loss', () => {
  forEachBackend(() => {
    test.each(goldenCases('ranking-loss'))('$case', async (golden) => {
      const scores = tf.tensor2d(inputRows(golden, 'scores'));
      const top = Int32Array.from(inputRows(golden, 'topItems').flat());
      const negatives = Int32Array.from(inputRows(golden, 'negativeItems').flat());
      const margins = {
        rank: inputNumber(golden, 'marginRank'),
        negative: inputNumber(golden, 'marginNegative'),
      };
      const of = async (reduction: RankingReduction) => {
        const { value, grad } = tf.valueAndGrad((x: Tensor2D) =>
          rankingLoss(x, top, negatives, margins, reduction),
        )(scores);
        return { loss: (await value.data())[0], gradient: await grad.array() };
      };
      const sum = await of('sum');
      const mean = await of('mean');
      expectGolden(
        {
          lossSum: sum.loss,
          lossMean: mean.loss,
          gradientSum: sum.gradient,
          gradientMean: mean.gradient,
        },
        golden,
      );
    });
  });
});
