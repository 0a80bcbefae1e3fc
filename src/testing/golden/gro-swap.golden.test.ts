import { describe, test } from 'vitest';
import { swapLoss } from '../../core/defenses/gro/swap-loss.ts';
import { swapMatrices } from '../../core/defenses/gro/swap-matrices.ts';
import { swapPlan, topItemsOf } from '../../core/defenses/gro/swap-plan.ts';
import { rankingLoss } from '../../core/nn/ranking-loss.ts';
import { tf, type Tensor2D } from '../../core/tensors.ts';
import { forEachBackend } from '../backends.ts';
import { expectGolden, goldenCases, inputNumber, inputRows, type GoldenCase } from '../goldens.ts';

describe('golden gro-swap', () => {
  forEachBackend(() => {
    test.each(goldenCases('gro-swap'))('$case', async (golden) => {
      expectGolden(await computed(golden), golden);
    });
  });
});

async function computed(golden: GoldenCase): Promise<Record<string, unknown>> {
  const target = tf.tensor2d(inputRows(golden, 'targetScores'));
  const student = tf.tensor2d(inputRows(golden, 'studentScores'));
  const items = target.shape[1];
  const k = inputNumber(golden, 'listLength');
  const margins = {
    rank: inputNumber(golden, 'marginRank'),
    negative: inputNumber(golden, 'marginNegative'),
  };
  const negatives = Int32Array.from(inputRows(golden, 'negativeItems').flat());
  const topItems = topItemsOf(await target.data<'float32'>(), items, k);
  const studentScores = await student.data<'float32'>();
  // The golden numbers are of the authors' form: means, and the first item where there is no gradient.
  const settings = { margins, reduction: 'mean', ties: 'reference' } as const;
  const plan = swapPlan(studentScores, topItems, negatives, items, settings);
  const matrices = swapMatrices(plan, 0, k, studentScores.subarray(0, items));
  const swap = tf.valueAndGrad((x: Tensor2D) => swapLoss(x, plan, inputNumber(golden, 'marginSwap')))(target);
  const lost = tf.valueAndGrad((x: Tensor2D) => rankingLoss(x, topItems, negatives, margins, 'mean'))(
    student,
  );
  return {
    topItems,
    swapMatrixRow0: matrices.swap,
    studentLoss: (await lost.value.data())[0],
    swapGradientRow0: matrices.gradient,
    swapTargets: plan.swapTargets,
    swapLoss: (await swap.value.data())[0],
    gradientTargetScores: await swap.grad.data(),
    gradientStudentScores: await lost.grad.data(),
  };
}
