import { describe, test } from 'vitest';
import { logits } from '../../core/models/bert4rec/forward.ts';
import { embedded, encoded } from '../../core/nn/sequence-encoder.ts';
import { tf, tidy, type NamedTensors, type Tensor, type Tensor2D } from '../../core/tensors.ts';
import { forEachBackend } from '../backends.ts';
import { expectGolden, goldenCases, inputList, inputNumber, type GoldenCase } from '../goldens.ts';

describe('golden bert4rec-forward', () => {
  forEachBackend(() => {
    test.each(goldenCases('bert4rec-forward'))('$case', async (golden) => {
      const tokens = Int32Array.from(inputList(golden, 'sequence'));
      const maskedPosition = tokens.indexOf(inputNumber(golden, 'itemCount') + 1);
      const results = tidy(() => computed(golden, tokens, maskedPosition));
      const [first, hidden, scores] = await Promise.all(results.map((tensor) => tensor.array()));
      tf.dispose(results);
      expectGolden({ maskedPosition, embedded: first, hidden, logits: scores }, golden);
    });
  });
});

function computed(golden: GoldenCase, tokens: Int32Array, maskedPosition: number): Tensor[] {
  const parameters = parametersOf(golden);
  const epsilon = inputNumber(golden, 'layerNormEpsilon');
  const shape = {
    blocks: inputList(golden, 'queryBiases').length,
    heads: inputNumber(golden, 'heads'),
    activation: 'gelu',
    causal: false,
    epsilon,
  } as const;
  const places = Int32Array.from(tokens.keys());
  const input = { tokens, rows: 1, length: tokens.length, places, lastOnly: false };
  const real = tf.tensor2d(
    Array.from(tokens, (token) => +(token !== 0)),
    [tokens.length, 1],
  );
  const hidden = encoded(parameters, input, shape);
  const masked = tf.slice(hidden, [maskedPosition, 0], [1, -1]) as Tensor2D;
  const table = parameters['tokenEmbeddings'] as Tensor2D;
  return [
    tf.mul(tf.squeeze(embedded(parameters, input, epsilon), [0]), real),
    tf.mul(hidden, real),
    tf.squeeze(logits(parameters, masked, table, parameters['itemBiases'] as Tensor), [0]),
  ];
}

/** The fixture's weights under the model's names: those with a value for each block become `block0.…`, `block1.…`. */
function parametersOf(golden: GoldenCase): NamedTensors {
  const whole = /^(token|position|embeddingNorm|head|item)/;
  const parameters: Record<string, Tensor> = {};
  for (const [name, value] of Object.entries(golden.inputs)) {
    if (!Array.isArray(value) || name === 'sequence') continue;
    const tensor = tf.tensor(value as number[]);
    if (whole.test(name)) parameters[name] = tensor;
    else tf.unstack(tensor).forEach((part, block) => (parameters[`block${block}.${name}`] = part));
  }
  return parameters;
}
