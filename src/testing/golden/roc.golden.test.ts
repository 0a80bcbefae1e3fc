import { describe, test } from 'vitest';
import { operatingPoint, roc, truePositiveRateAt } from '../../core/math/roc.ts';
import { expectGolden, goldenCases, inputList, inputNumber } from '../goldens.ts';

describe('golden roc', () => {
  test.each(goldenCases('roc'))('$case', (golden) => {
    const [scores, labels] = [inputList(golden, 'scores'), inputList(golden, 'labels')];
    const curve = roc(scores, labels);
    const point = operatingPoint(scores, labels, inputNumber(golden, 'threshold'));
    const actual = {
      ...curve,
      truePositiveRateAt: inputList(golden, 'falsePositiveRates').map((rate) =>
        truePositiveRateAt(curve, rate),
      ),
      thresholdTruePositiveRate: point.truePositiveRate,
      thresholdFalsePositiveRate: point.falsePositiveRate,
      balancedAccuracy: point.balancedAccuracy,
    };
    expectGolden(actual, golden);
  });
});
