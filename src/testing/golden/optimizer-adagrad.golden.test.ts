import { adagrad } from '../../core/math/optimizers/adagrad.ts';
import { inputNumber } from '../goldens.ts';
import { testOptimizerGoldens } from '../optimizer-golden.ts';

testOptimizerGoldens('optimizer-adagrad', { accumulator: 'accumulator' }, (golden) =>
  adagrad({
    learningRate: inputNumber(golden, 'learningRate'),
    initialAccumulator: inputNumber(golden, 'initialAccumulator'),
  }),
);
