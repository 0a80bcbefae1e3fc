import { sgdMomentum } from '../../core/math/optimizers/sgd-momentum.ts';
import { inputNumber } from '../goldens.ts';
import { testOptimizerGoldens } from '../optimizer-golden.ts';

testOptimizerGoldens('optimizer-sgd-momentum', { buffer: 'buffer' }, (golden) =>
  sgdMomentum({
    learningRate: inputNumber(golden, 'learningRate'),
    momentum: inputNumber(golden, 'momentum'),
  }),
);
