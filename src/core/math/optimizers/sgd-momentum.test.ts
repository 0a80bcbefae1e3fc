import { expect, test } from 'vitest';
import { useBackend } from '../../../testing/backends.ts';
import { optimizerFacts } from '../../../testing/optimizer-facts.ts';
import { tf } from '../../tensors.ts';
import { initialState } from './training-state.ts';
import { sgdMomentum } from './sgd-momentum.ts';

optimizerFacts(sgdMomentum({ learningRate: 0.1, momentum: 0.9 }));

useBackend('cpu');

test('under a constant gradient the step grows to 1 / (1 - momentum) of the first', async () => {
  const optimizer = sgdMomentum({ learningRate: 1, momentum: 0.5 });
  let state = initialState({ theta: tf.tensor1d([0]) }, optimizer);
  const places: number[] = [];
  for (let step = 0; step < 12; step++) {
    state = optimizer.update(state, { theta: tf.tensor1d([1]) });
    places.push((await state.parameters.theta?.data())?.[0] ?? Number.NaN);
  }
  expect(places.slice(0, 3)).toEqual([-1, -2.5, -4.25]);
  expect((places[11] as number) - (places[10] as number)).toBeCloseTo(-2, 2);
});
