import { expect, test } from 'vitest';
import { useBackend } from '../../../testing/backends.ts';
import { optimizerFacts } from '../../../testing/optimizer-facts.ts';
import { tf } from '../../tensors.ts';
import { adagrad } from './adagrad.ts';
import { initialState } from './training-state.ts';

optimizerFacts(adagrad({ learningRate: 0.2 }));

useBackend('cpu');

test('Adagrad without an initial accumulator leaves a place without gradient where it is', async () => {
  const optimizer = adagrad({ learningRate: 0.2, initialAccumulator: 0 });
  const state = initialState({ theta: tf.tensor1d([1, 1]) }, optimizer);
  const next = optimizer.update(state, { theta: tf.tensor1d([0, -4]) });
  const [still, moved] = (await next.parameters.theta?.data()) ?? [];
  expect(still).toBe(1);
  expect(moved).toBeCloseTo(1.2, 6); // the first step has the length of the learning rate
});
