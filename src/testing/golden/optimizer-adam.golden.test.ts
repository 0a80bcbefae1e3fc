import { adam } from '../../core/math/optimizers/adam.ts';
import { inputNumber } from '../goldens.ts';
import { testOptimizerGoldens } from '../optimizer-golden.ts';

testOptimizerGoldens('optimizer-adam', { firstMoment: 'first', secondMoment: 'second' }, (golden) =>
  adam({
    learningRate: inputNumber(golden, 'learningRate'),
    beta1: inputNumber(golden, 'beta1'),
    beta2: inputNumber(golden, 'beta2'),
    epsilon: inputNumber(golden, 'epsilon'),
    weightDecay: inputNumber(golden, 'weightDecay'),
  }),
);
