import { expect, test } from 'vitest';
import { forEachBackend } from '../../../testing/backends.ts';
import { expectClose } from '../../../testing/matchers.ts';
import { createRng } from '../../math/rng.ts';
import type { RankingReduction } from '../../nn/ranking-loss.ts';
import { rankingNegatives } from '../../nn/ranking-negatives.ts';
import { tf, type Scalar, type Tensor, type Tensor2D } from '../../tensors.ts';
import { swapLoss } from './swap-loss.ts';
import { swapMatrices } from './swap-matrices.ts';
import { swapPlan, topItemsOf, type SwapPlan } from './swap-plan.ts';

const margins = { rank: 0.5, negative: 0.5 };
const items = 12;
const k = 5;

/** A random plan over a few rows, with the scores that led to it. */
function drawn(seed: number, rows = 3, reduction: RankingReduction = 'mean') {
  const rng = createRng(seed);
  const target = rng.stream('target').normals(rows * items);
  const student = rng.stream('student').normals(rows * items);
  const topItems = topItemsOf(target, items, k);
  const negatives = rankingNegatives(topItems, k, items, 'outside', rng.stream('negatives'));
  const plan = swapPlan(student, topItems, negatives, items, { margins, reduction, ties: 'reference' });
  return { target, student, negatives, plan };
}

forEachBackend(() => {
  test.each(['mean', 'sum'] as const)(
    'the closed form equals the gradient of the explicit swap matrices, and its largest entries (%s)',
    async (reduction) => {
      for (const seed of [1, 2, 3, 4]) {
        const { student, negatives, plan } = drawn(seed, 1, reduction);
        const matrices = swapMatrices(plan, 0, k, student);
        const scores = tf.tensor2d(student, [items, 1]);
        const loss = (swap: Tensor) => {
          const ranked = tf.reshape(tf.matMul(swap as Tensor2D, scores), [k]);
          const others = tf.gather(tf.reshape(scores, [items]), tf.tensor1d(negatives, 'int32'));
          const pairs = tf.sub(tf.slice(ranked, 1, k - 1), tf.slice(ranked, 0, k - 1));
          const total = reduction === 'sum' ? tf.sum : tf.mean;
          const hinge = (x: Tensor, margin: number) => total(tf.relu(tf.add(x, margin)));
          return tf.add(
            hinge(pairs, margins.rank),
            hinge(tf.sub(others, ranked), margins.negative),
          ) as Scalar;
        };
        const gradient = tf.grad(loss)(tf.tensor2d(matrices.swap, [k, items]));
        expectClose(matrices.gradient, await gradient.data(), { absolute: 1e-6 });
        expect(plan.swapTargets).toEqual(await tf.argMax(gradient, 1).data());
      }
    },
  );

  const lossOf = async (scores: Float32Array, plan: SwapPlan) => {
    const loss = tf.tidy(() => swapLoss(tf.tensor2d(scores, [1, scores.length]), plan, 0));
    const [value] = await loss.data();
    loss.dispose();
    return value as number;
  };

  test('lemma 4.1: at swap loss 0 and margin 0, A’ stands in A up to its first repetition, and never lower after it', async () => {
    const rng = createRng('lemma');
    let fulfilled = 0;
    let whole = 0;
    for (let trial = 0; trial < 400; trial++) {
      const scores = rng.stream(trial).normals(items);
      const topItems = topItemsOf(scores, items, k);
      const obeyed = trial % 2 === 0; // half of the trials draw A' from the items that may stand there
      const swapTargets = Int32Array.from(topItems, (_, place) =>
        obeyed ? (topItems[rng.integer(place + 1)] as number) : rng.integer(items),
      );
      const plan: SwapPlan = { topItems, swapTargets, listGradient: new Float32Array(k) };
      if ((await lossOf(scores, plan)) !== 0) continue;
      fulfilled += 1;
      let distinct = true;
      swapTargets.forEach((item, place) => {
        distinct &&= swapTargets.indexOf(item) === place;
        if (distinct) expect(topItems[place]).toBe(item);
        expect(topItems.subarray(0, place + 1)).toContain(item);
        if (distinct && place > 0) whole += 1;
      });
    }
    expect(fulfilled).toBeGreaterThan(150);
    expect(whole).toBeGreaterThan(20);
  });

  test('lemma 4.1 as printed is too strong: after a repetition a first appearance may stand higher in A than in A’', async () => {
    const scores = Float32Array.from([3, 2, 1, 0]);
    const topItems = Int32Array.from([0, 1, 2]);
    const swapTargets = Int32Array.from([0, 0, 1]); // item 1 appears first at the third place
    const plan: SwapPlan = { topItems, swapTargets, listGradient: new Float32Array(3) };
    expect(await lossOf(scores, plan)).toBe(0);
    expect(topItems.indexOf(1)).toBe(1);
  });
});

test('a list has at most three different swap targets, and rows without gradient are skipped on request', () => {
  const { student, negatives, plan } = drawn(7, 40);
  for (let row = 0; row < 40; row++) {
    expect(new Set(plan.swapTargets.subarray(row * k, (row + 1) * k)).size).toBeLessThanOrEqual(3);
  }
  const obedient = Float32Array.from({ length: items }, (_, item) => -item); // follows the list by more than every margin
  const top = Int32Array.from([0, 1, 2, 3, 4]);
  const far = new Int32Array(k).fill(items - 1);
  const targets = (ties: 'reference' | 'skip-zero-rows') =>
    swapPlan(obedient, top, far, items, { margins, reduction: 'mean', ties }).swapTargets;
  expect([...targets('reference')]).toEqual([0, 0, 0, 0, 0]);
  expect([...targets('skip-zero-rows')]).toEqual([0, 1, 2, 3, 4]);
  expect(student.length).toBe(negatives.length * (items / k));
});

test('where a pair before and a negative pull against each other, a sum lets them cancel and means do not', () => {
  const scores = Float32Array.from([1, 2, 0, 0, 0, 0, 0, 0, 0, 3, 0, 1.9]); // the student's best is item 9
  const top = Int32Array.from([0, 1, 2, 3, 4]);
  const negatives = Int32Array.from([5, 11, 5, 5, 5]);
  const place = 1; // [pair before] - [pair after] - [negative] = 1 - 0 - 1
  const planned = (reduction: RankingReduction) =>
    swapPlan(scores, top, negatives, items, { margins, reduction, ties: 'skip-zero-rows' });
  expect(planned('sum').listGradient[place]).toBe(0);
  expect(planned('sum').swapTargets[place]).toBe(1); // its own item: left alone
  expect(planned('mean').listGradient[place]).toBeCloseTo(1 / (k - 1) - 1 / k, 6);
  expect(planned('mean').swapTargets[place]).toBe(9);
});
