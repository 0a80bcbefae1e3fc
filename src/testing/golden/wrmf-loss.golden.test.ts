import { test } from 'vitest';
import { valueAndGradient } from '../../core/math/autodiff.ts';
import { forEachBackend } from '../backends.ts';
import { expectGolden, goldenCases, inputNumber } from '../goldens.ts';
import { wrmfOf } from '../wrmf-golden.ts';

forEachBackend(() => {
  test.each(goldenCases('wrmf-loss'))('$case: loss, automatic and hand-written gradient', async (golden) => {
    const { model, data, factors } = wrmfOf(golden, inputNumber(golden, 'regularization'));
    const automatic = valueAndGradient((at) => model.loss(at, data), { ...factors });
    const byHand = model.gradient?.({ ...factors }, data);
    for (const gradient of [automatic.gradient, byHand]) {
      expectGolden(
        {
          loss: (await automatic.value.data())[0],
          gradientUserFactors: await gradient?.users?.array(),
          gradientItemFactors: await gradient?.items?.array(),
        },
        golden,
      );
    }
  });
});
