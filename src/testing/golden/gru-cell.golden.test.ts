import { describe, test } from 'vitest';
import { valueAndGradient } from '../../core/math/autodiff.ts';
import { gruCell } from '../../core/nn/gru.ts';
import { tf, tidy, type NamedTensors, type Scalar, type Tensor, type Tensor2D } from '../../core/tensors.ts';
import { forEachBackend } from '../backends.ts';
import { expectGolden, goldenCases, inputList, type GoldenCase } from '../goldens.ts';

const gates = ['Reset', 'Update', 'Candidate'];

describe('golden gru-cell', () => {
  forEachBackend(() => {
    test.each(goldenCases('gru-cell'))('$case', async (golden) => {
      const results = tidy(() => computed(golden));
      const actual = Object.fromEntries(
        await Promise.all(
          Object.entries(results).map(async ([name, tensor]) => [name, await tensor.array()] as const),
        ),
      );
      tf.dispose(Object.values(results));
      expectGolden(actual, golden);
    });
  });
});

function computed(golden: GoldenCase): NamedTensors {
  const given = (name: string) => tf.tensor(inputList(golden, name));
  const side = (prefix: string, kind: string, axis: number) =>
    tf.concat(
      gates.map((gate) => given(`${prefix}${gate}${kind}`)),
      axis,
    );
  const at = {
    input: given('input'),
    state: given('state'),
    inputWeights: side('input', 'Weights', 1),
    inputBiases: side('input', 'Biases', 0),
    stateWeights: side('state', 'Weights', 1),
    stateBiases: side('state', 'Biases', 0),
  };
  const cell = (x: NamedTensors) => gruCell(x['input'] as Tensor2D, x['state'] as Tensor2D, x);
  const { gradient } = valueAndGradient(
    (x) => tf.sum(tf.mul(cell(x).newState, given('cotangent'))) as Scalar,
    at,
  );
  const parts: Record<string, Tensor> = {
    gradientInput: gradient['input'] as Tensor,
    gradientState: gradient['state'] as Tensor,
  };
  for (const prefix of ['input', 'state']) {
    for (const kind of ['Weights', 'Biases']) {
      const pieces = tf.split(gradient[`${prefix}${kind}`] as Tensor, 3, kind === 'Weights' ? 1 : 0);
      gates.forEach((gate, place) => {
        const side = prefix === 'input' ? 'Input' : 'State';
        parts[`gradient${side}${gate}${kind}`] = pieces[place] as Tensor;
      });
    }
  }
  return { ...cell(at), ...parts };
}
