import { describe, test } from 'vitest';
import { promoteLoss } from '../../core/attacks/unrolled-injection/adversarial-loss.ts';
import type { Direct } from '../../core/contracts.ts';
import { interactionsFromDense, userIndex } from '../../core/data/interactions.ts';
import { knownInteractions } from '../../core/data/known-interactions.ts';
import { usersByItem } from '../../core/data/select-rows.ts';
import { trainingData } from '../../core/data/training-data.ts';
import { alsSolve, lowerGram } from '../../core/models/wrmf-als/als-solver.ts';
import { wrmfAls } from '../../core/models/wrmf-als/wrmf-als.ts';
import { tf } from '../../core/tensors.ts';
import { forEachBackend } from '../backends.ts';
import { expectGolden, goldenCases, inputList, inputNumber, inputRows } from '../goldens.ts';

const steady = { signal: { aborted: false }, yieldNow: async () => undefined };

forEachBackend(() => {
  describe('golden wrmf-als', () => {
    test.each(goldenCases('wrmf-als'))('$case: item sweep and partial derivative', async (golden) => {
      const rows = inputRows(golden, 'interactions');
      const itemCount = rows[0]?.length ?? 0;
      const fakes = inputRows(golden, 'fakeInteractions');
      const factors = inputRows(golden, 'userFactors');
      const embeddingSize = factors[0]?.length ?? 0;
      const parameters = {
        embeddingSize,
        epochs: 1,
        positiveWeight: inputNumber(golden, 'positiveWeight'),
        regularization: inputNumber(golden, 'regularization'),
        initialDeviation: 1,
      };
      const data = trainingData(interactionsFromDense(rows.flat(), rows.length, itemCount), {
        fake: tf.tensor2d(fakes, [fakes.length, itemCount]),
      });
      const fixed = Float32Array.from(factors.flat());
      const itemFactors = new Float32Array(itemCount * embeddingSize);
      const side = { ...parameters, fixed, rows: usersByItem(await knownInteractions(data)) };
      alsSolve(side, lowerGram(fixed, embeddingSize), 0, itemCount, itemFactors);

      const model = wrmfAls.create(parameters) as Direct;
      const trained = {
        users: tf.tensor2d(factors),
        items: tf.tensor2d(itemFactors, [itemCount, embeddingSize]),
      };
      const genuine = rows.map((_, user) => userIndex(user));
      const targets = inputList(golden, 'targetItems');
      const result = await model.partialGradient?.(
        trained,
        data,
        (point, changed) => promoteLoss(model.scores(point, changed, genuine), targets),
        steady,
      );
      expectGolden(
        {
          itemFactors,
          scores: await model.scores(trained, data, genuine).array(),
          adversarialLoss: (await result?.loss.data())?.[0],
          gradient: await result?.gradient.fake?.array(),
        },
        golden,
      );
    });
  });
});
