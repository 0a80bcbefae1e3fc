import { describe, expect, test } from 'vitest';
import { useBackend } from '../../testing/backends.ts';
import { causal, cloze, recurrent } from '../../testing/gro-run.ts';
import { expectClose } from '../../testing/matchers.ts';
import { plantedSequences } from '../../testing/sequence-run.ts';
import type { Trainable } from '../contracts.ts';
import { trainingData } from '../data/training-data.ts';
import { mapNamed } from '../math/named-tensors.ts';
import { initialState } from '../math/optimizers/training-state.ts';
import { createRng } from '../math/rng.ts';
import { tf, tidy, type NamedTensors } from '../tensors.ts';

const block = [
  ...['query', 'key', 'value', 'attentionOutput'].map((name) => `block0.${name}Weights`),
  'block0.feedForwardWeights1',
  'block0.feedForwardWeights2',
];
const embeddings = ['tokenEmbeddings', 'positionEmbeddings'];

describe('the optimizer of a model of sequences', () => {
  useBackend('cpu');

  /** Every parameter after one step from 1 with the same gradient everywhere. */
  async function stepped(model: Trainable, gradient: number): Promise<Map<string, number>> {
    const data = trainingData((await plantedSequences(10)).train);
    const after = tidy(() => {
      const ones: NamedTensors = mapNamed(model.init(createRng(1), data), (each) => tf.onesLike(each));
      const same = mapNamed(ones, (each) => tf.fill(each.shape, gradient));
      return model.optimizer.update(initialState(ones, model.optimizer), same).parameters;
    });
    data.dispose();
    const firsts = Object.entries(after).map(
      async ([name, tensor]) => [name, (await tensor.data())[0]] as const,
    );
    return new Map((await Promise.all(firsts)) as [string, number][]);
  }

  test.each([
    ['bert4rec', cloze, [...embeddings, ...block, 'headWeights']],
    ['sasrec', causal, [...embeddings, ...block]],
    [
      'narm',
      recurrent,
      [
        'itemEmbeddings',
        'gru.inputWeights',
        'gru.stateWeights',
        'attention.attentionLastWeights',
        'attention.attentionStateWeights',
        'attention.attentionVector',
        'bilinearWeights',
      ],
    ],
  ] as const)('shrinks weights and vectors, and spares biases and norms (%s)', async (_, make, shrunk) => {
    const model = (make as typeof causal)({ learningRate: 0.1, weightDecay: 0.5 }) as Trainable;
    const after = await stepped(model, 0);
    const changed = [...after].filter(([, value]) => value !== 1);
    expect(changed.map(([name]) => name).sort()).toEqual([...shrunk].sort());
    expectClose(
      changed.map(([, value]) => value),
      shrunk.map(() => 0.95),
    );
    const spared = [...after.keys()].filter((name) => after.get(name) === 1);
    expect(spared.length).toBeGreaterThan(0);
    expect(spared.every((name) => /Bias|Gain/.test(name))).toBe(true);
  });

  test('has epsilon 1e-9: a gradient as small takes half a step', async () => {
    const model = causal({ learningRate: 0.5, weightDecay: 0, gradientNorm: 0 }) as Trainable;
    const after = await stepped(model, 1e-9);
    expectClose(
      [...after.values()],
      [...after.values()].map(() => 0.75),
      { absolute: 1e-4 },
    );
  });
});
