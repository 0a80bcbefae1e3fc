import { describe, test } from 'vitest';
import { contexts, decoded, states } from '../../core/models/narm/forward.ts';
import { matrixProduct, swapped } from '../../core/math/matrix-product.ts';
import { tf, tidy, type NamedTensors, type Tensor, type Tensor2D } from '../../core/tensors.ts';
import { forEachBackend } from '../backends.ts';
import { expectGolden, goldenCases, inputList, type GoldenCase } from '../goldens.ts';

const gates = ['Reset', 'Update', 'Candidate'];

describe('golden narm-forward', () => {
  forEachBackend(() => {
    test.each(goldenCases('narm-forward'))('$case', async (golden) => {
      const results = tidy(() => computed(golden));
      const [hidden, attention, context, scores] = await Promise.all(results.map((tensor) => tensor.array()));
      tf.dispose(results);
      expectGolden({ states: hidden, attention, context, scores }, golden);
    });
  });
});

function computed(golden: GoldenCase): Tensor[] {
  const given = (name: string) => tf.tensor(inputList(golden, name));
  const side = (prefix: string, kind: string, axis: number) =>
    tf.concat(
      gates.map((gate) => given(`${prefix}${gate}${kind}`)),
      axis,
    );
  const parameters: NamedTensors = {
    itemEmbeddings: given('itemEmbeddings'),
    bilinearWeights: given('bilinearWeights'),
    'gru.inputWeights': side('input', 'Weights', 1),
    'gru.inputBiases': side('input', 'Biases', 0),
    'gru.stateWeights': side('state', 'Weights', 1),
    'gru.stateBiases': side('state', 'Biases', 0),
    'attention.attentionLastWeights': given('attentionLastWeights'),
    'attention.attentionStateWeights': given('attentionStateWeights'),
    'attention.attentionVector': given('attentionVector'),
  };
  const tokens = Int32Array.from(inputList(golden, 'sequence'));
  const padding = tokens.findIndex((token) => token !== 0);
  const input = { tokens, rows: 1, length: tokens.length };
  const hidden = states(parameters, input);
  const last = contexts(parameters, input, hidden, 'sigmoid', false);
  const everywhere = contexts(parameters, input, hidden, 'sigmoid', true);
  const context = tf.slice(everywhere.context, [0, tokens.length - 1, 0], [1, 1, -1]); // the same place, asked in both ways
  const items = tf.slice(parameters['itemEmbeddings'] as Tensor2D, [1, 0], [-1, -1]) as Tensor2D;
  const query = decoded(parameters, tf.squeeze(last.context, [1]) as Tensor2D);
  return [
    tf.slice(tf.squeeze(hidden, [0]) as Tensor2D, [padding, 0], [-1, -1]),
    tf.slice(tf.reshape(last.attention, [-1]), [padding], [-1]),
    tf.reshape(context, [-1]),
    tf.reshape(matrixProduct(query, swapped(items)), [-1]),
  ];
}
