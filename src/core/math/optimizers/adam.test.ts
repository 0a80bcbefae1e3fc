import { describe, expect, test } from 'vitest';
import { useBackend } from '../../../testing/backends.ts';
import { optimizerFacts } from '../../../testing/optimizer-facts.ts';
import { tf } from '../../tensors.ts';
import { adam } from './adam.ts';
import { adamw } from './adamw.ts';
import { initialState } from './training-state.ts';

optimizerFacts(adam({ learningRate: 0.1, weightDecay: 0.3 }));
optimizerFacts(adamw({ learningRate: 0.1, weightDecay: 0.3 }));

describe('Adam', () => {
  useBackend('cpu');

  test('an entry that never had a gradient stays, and passes no derivative back', async () => {
    const optimizer = adam({ learningRate: 0.5 });
    const state = initialState({ theta: tf.tensor1d([1, 2]) }, optimizer);
    const gradient = { theta: tf.tensor1d([0, 3]) };
    const next = optimizer.update(state, gradient);
    expect((await next.parameters.theta?.data())?.[0]).toBe(1);
    const one = { theta: tf.tensor1d([1, 1]) };
    const back = optimizer.adjoint(state, gradient, {
      parameters: one,
      slots: { first: one, second: one },
    });
    const [still] = (await back.before.slots.second?.theta?.data()) ?? [];
    expect(still).toBeCloseTo(0.999, 6); // what came from the slot after, and nothing through the square root
  });

  test('decoupled decay shrinks a parameter without a gradient, coupled decay moves it by the learning rate', async () => {
    const zero = { theta: tf.tensor1d([0]) };
    const moved = async (decay: 'coupled' | 'decoupled') => {
      const optimizer = adam({ learningRate: 0.1, weightDecay: 0.5, decay });
      const state = initialState({ theta: tf.tensor1d([2]) }, optimizer);
      return (await optimizer.update(state, zero).parameters.theta?.data())?.[0];
    };
    expect(await moved('decoupled')).toBeCloseTo(2 * (1 - 0.1 * 0.5), 6);
    expect(await moved('coupled')).toBeCloseTo(2 - 0.1, 6);
  });
});
