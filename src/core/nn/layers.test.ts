import { test } from 'vitest';
import { forEachBackend } from '../../testing/backends.ts';
import { expectGradient } from '../../testing/gradient-check.ts';
import { expectClose, expectFinite } from '../../testing/matchers.ts';
import { createRng } from '../math/rng.ts';
import { tf, type NamedTensors, type Scalar, type Tensor, type Tensor2D, type Tensor3D } from '../tensors.ts';
import { attentionMask } from './attention.ts';
import { crossEntropy } from './cross-entropy.ts';
import { gelu } from './gelu.ts';
import { gru } from './gru.ts';
import { layerNorm } from './layer-norm.ts';
import { narmAttention } from './narm-attention.ts';
import { matrixProduct } from '../math/matrix-product.ts';
import { transformerBlock, transformerBlockAt } from './transformer-block.ts';

const draws = createRng('layers');
let count = 0;
const random = (...shape: number[]): Tensor =>
  tf.tensor(draws.stream(count++).normals(shape.reduce((a, b) => a * b, 1), 0.7), shape); // prettier-ignore
/** A scalar that weighs every output differently. */
const weighed = (x: Tensor) => tf.sum(tf.mul(x, tf.reshape(tf.cos(tf.range(0, x.size)), x.shape))) as Scalar;

forEachBackend(() => {
  test('products of matrices and of stacks of them have exact gradients', async () => {
    await expectGradient((a, b) => weighed(matrixProduct(a, b)), [random(3, 4), random(4, 2)]);
    await expectGradient((a, b) => weighed(matrixProduct(a, b)), [random(2, 3, 4), random(2, 4, 2)]);
  });

  test('layer norm has an exact gradient by input, gain and bias, and a finite one on a constant row', async () => {
    await expectGradient(
      (x, gain, bias) => weighed(layerNorm(x, gain, bias)),
      [random(3, 5), random(5), random(5)],
    );
    const slope = tf.grad((x: Tensor) => weighed(layerNorm(x, tf.ones([4]), tf.zeros([4]))))(tf.ones([1, 4]));
    expectFinite(await slope.data());
  });

  test('GELU is the tanh approximation with its exact slope', async () => {
    const x = [-3, -1, 0, 0.5, 2];
    const expected = x.map(
      (at) => (at / 2) * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (at + 0.044715 * at ** 3))),
    );
    expectClose(await gelu(tf.tensor1d(x)).data(), expected, { absolute: 2e-6 });
    await expectGradient((at) => weighed(gelu(at)), [tf.tensor1d(x)]);
  });

  test('cross-entropy is -log softmax at the label, averaged, with its exact gradient', async () => {
    const labels = tf.tensor1d([2, 0], 'int32');
    const uniform = await crossEntropy(tf.zeros([2, 4]), labels).data();
    expectClose(uniform, [Math.log(4)]);
    await expectGradient((x) => crossEntropy(x as Tensor2D, labels), [random(2, 4)]);
  });

  test('a causal transformer block has exact gradients and does not read padding or the future', async () => {
    const layer = blockWeights();
    const real = Uint8Array.from([0, 1, 1, 1]);
    const mask = attentionMask(real, 1, 4, true);
    const run = (x: Tensor, weights: NamedTensors) =>
      transformerBlock(x as Tensor3D, weights, { heads: 2, activation: 'gelu' }, mask);
    const names = Object.keys(layer);
    const byName = (list: Tensor[]) =>
      Object.fromEntries(names.map((name, at) => [name, list[at] as Tensor]));
    await expectGradient(
      (x, ...rest) => weighed(tf.slice(run(x, byName(rest)), [0, 1, 0], [1, 3, 4])),
      [random(1, 4, 4), ...Object.values(layer)],
      { tolerance: 6e-3 },
    );
    const x = random(1, 4, 4);
    const place = (at: number) => tf.slice(run(x, layer), [0, at, 0], [1, 1, 4]);
    const changed = tf.add(x, tf.reshape(tf.tensor1d([9, 0, 0, 9]), [1, 4, 1])); // padding and the last item
    const again = tf.slice(run(changed, layer), [0, 2, 0], [1, 1, 4]);
    expectClose(await again.data(), await place(2).data(), { absolute: 1e-6 });
  });

  test.each([
    ['the last of every row', Int32Array.of(3, 7), true],
    ['some', Int32Array.of(1, 3, 6), false],
  ] as const)(
    'a transformer block that is asked at %s places gives these rows of the whole block, and their gradient',
    async (_, places, lastOnly) => {
      const layer = blockWeights();
      const mask = attentionMask(Uint8Array.from([0, 1, 1, 1, 1, 1, 1, 1]), 2, 4, true);
      const shape = { heads: 2, activation: 'gelu' } as const;
      const x = random(2, 4, 4) as Tensor3D;
      const whole = (at: Tensor) =>
        tf.gather(
          tf.reshape(transformerBlock(at as Tensor3D, layer, shape, mask), [8, 4]),
          tf.tensor1d(places, 'int32'),
        );
      const asked = (at: Tensor) =>
        transformerBlockAt(at as Tensor3D, { places, lastOnly }, layer, shape, mask);
      expectClose(await asked(x).data(), await whole(x).data(), { absolute: 1e-5 });
      const slope = (of: (at: Tensor) => Tensor) =>
        tf
          .grad((at: Tensor) => weighed(of(at)))(x)
          .data();
      expectClose(await slope(asked), await slope(whole), { absolute: 1e-5 });
    },
  );

  test('a GRU over padding has the states of the bare sequence and exact gradients', async () => {
    const layer = {
      inputWeights: random(3, 6),
      inputBiases: random(6),
      stateWeights: random(2, 6),
      stateBiases: random(6),
    };
    const inputs = random(4, 1, 3) as Tensor3D;
    const real = tf.tensor3d([0, 1, 1, 1], [4, 1, 1]);
    const padded = tf.slice(gru(inputs, real, layer), [1, 0, 0], [3, 1, 2]);
    const bare = gru(tf.slice(inputs, [1, 0, 0], [3, 1, 3]), tf.ones([3, 1, 1]), layer);
    expectClose(await padded.data(), await bare.data(), { absolute: 1e-6 });
    await expectGradient(
      (x, a, b, c, d) =>
        weighed(
          gru(x as Tensor3D, real, { inputWeights: a, inputBiases: b, stateWeights: c, stateBiases: d }),
        ),
      [inputs, ...Object.values(layer)],
    );
  });

  test('the hard sigmoid is clip(x/6 + 1/2, 0, 1), the sigmoid 1 / (1 + exp(-x))', async () => {
    const x = [-7, -3, -1.5, 0, 0.6, 3, 9];
    const one = tf.ones([1, 1]);
    const layer = {
      attentionLastWeights: tf.zeros([1, 1]),
      attentionStateWeights: one,
      attentionVector: tf.ones([1]),
    };
    const states = tf.tensor3d(x, [1, x.length, 1]);
    const curve = (squashing: 'sigmoid' | 'hard-sigmoid') =>
      narmAttention(
        tf.zeros([1, 1, 1]),
        states,
        tf.ones([1, 1, x.length]),
        layer,
        squashing,
      ).attention.data();
    expectClose(await curve('hard-sigmoid'), [0, 0, 0.25, 0.5, 0.6, 1, 1]);
    expectClose(
      await curve('sigmoid'),
      x.map((each) => 1 / (1 + Math.exp(-each))),
    );
  });

  test('both forms of NARM’s attention have exact gradients', async () => {
    const visible = tf.ones([2, 1, 3]) as Tensor3D;
    for (const squashing of ['sigmoid', 'hard-sigmoid'] as const) {
      await expectGradient(
        (queries, states, a, b, c) => {
          const layer = { attentionLastWeights: a, attentionStateWeights: b, attentionVector: c };
          const { local } = narmAttention(
            queries as Tensor3D,
            states as Tensor3D,
            visible,
            layer as NamedTensors,
            squashing,
          );
          return weighed(local);
        },
        [random(2, 1, 2), random(2, 3, 2), random(2, 4), random(2, 4), random(4)],
      );
    }
  });
});

function blockWeights(): NamedTensors {
  const square = ['query', 'key', 'value', 'attentionOutput'];
  const weights: Record<string, Tensor> = {};
  for (const name of square) {
    weights[`${name}Weights`] = random(4, 4);
    weights[`${name}Biases`] = random(4);
  }
  return {
    ...weights,
    attentionNormGain: random(4),
    attentionNormBias: random(4),
    feedForwardWeights1: random(4, 5),
    feedForwardBiases1: random(5),
    feedForwardWeights2: random(5, 4),
    feedForwardBiases2: random(4),
    feedForwardNormGain: random(4),
    feedForwardNormBias: random(4),
  };
}
