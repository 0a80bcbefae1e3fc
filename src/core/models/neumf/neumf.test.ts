import { describe, expect, test } from 'vitest';
import { forEachBackend } from '../../../testing/backends.ts';
import { checkerboard } from '../../../testing/conformance/planted-data.ts';
import { expectClose } from '../../../testing/matchers.ts';
import type { Trainable } from '../../contracts.ts';
import { itemIndex, userIndex } from '../../data/interactions.ts';
import { trainingData } from '../../data/training-data.ts';
import { valueAndGradient } from '../../math/autodiff.ts';
import { createRng } from '../../math/rng.ts';
import { tf, type NamedTensors, type Tensor2D } from '../../tensors.ts';
import { neumf } from './neumf.ts';

const parameters = {
  embeddingSize: 3,
  hiddenEmbeddingSize: 2,
  layerSizes: [4, 3],
  activation: 'tanh' as const,
  epochs: 1,
  batchSize: 8,
  learningRate: 0.01,
  negativeCount: 2,
  regularization: 0,
  regularized: 'all' as const,
  initialDeviation: 0.7,
};
const { train } = checkerboard(8, 6);

/** The definition, one pair at a time, in double precision. */
async function logitOf(current: NamedTensors, user: number, item: number, depth: number): Promise<number> {
  const rows = async (name: string) => (await current[name]?.array()) as number[][];
  const [p, q] = [(await rows('users'))[user] as number[], (await rows('items'))[item] as number[]];
  const products = p.map((value, d) => value * (q[d] as number));
  let x = [
    ...((await rows('usersHidden'))[user] as number[]),
    ...((await rows('itemsHidden'))[item] as number[]),
  ];
  for (let layer = 1; layer <= depth; layer++) {
    const weights = await rows(`weights${layer}`);
    const biases = (await current[`biases${layer}`]?.array()) as number[];
    x = biases.map((bias, out) => Math.tanh(x.reduce((sum, value, at) => sum + value * (weights[at]?.[out] as number), bias))); // prettier-ignore
  }
  const output = (await rows('outputWeights')).map(([weight]) => weight as number);
  const [bias = 0] = (await current.outputBias?.array()) as number[];
  return [...products, ...x].reduce((sum, value, at) => sum + value * (output[at] as number), bias);
}

forEachBackend(() => {
  describe.each([{ layerSizes: [] }, { layerSizes: [4] }, { layerSizes: [4, 3] }])(
    'with layers $layerSizes',
    (changes) => {
      const model = neumf.create({ ...parameters, ...changes }) as Trainable;
      const depth = changes.layerSizes.length;

      test('scores and training read the same logit of the definition', async () => {
        const data = trainingData(train);
        const current = model.init(createRng(1), data);
        const scores = (await model.scores(current, data, [5, 2].map(userIndex)).array()) as number[][];
        expectClose(scores[0]?.[3], await logitOf(current, 5, 3, depth), { absolute: 1e-5 });
        expectClose(scores[1]?.[0], await logitOf(current, 2, 0, depth), { absolute: 1e-5 });
        const batch = { users: Int32Array.of(5, 2), items: Int32Array.of(3, 0, 1, 0, 4, 2) };
        const logits = await Promise.all([5, 5, 5, 2, 2, 2].map((user, at) => logitOf(current, user, batch.items[at] as number, depth))); // prettier-ignore
        const expected =
          logits.reduce((sum, logit, at) => sum + Math.log1p(Math.exp(at % 3 === 0 ? -logit : logit)), 0) / 6;
        expectClose(await model.loss(current, batch).data(), [expected], { absolute: 1e-5 });
      });

      test('a score is the sum of its parts: the products weighted, the network branch, the bias', async () => {
        const data = trainingData(train);
        const current = model.init(createRng(1), data);
        const [part] = (await model.explain?.(current, data, userIndex(5), itemIndex(3))) ?? [];
        const rows = async (name: string) => (await current[name]?.array()) as number[][];
        const [p, q, h] = [(await rows('users'))[5], (await rows('items'))[3], await rows('outputWeights')];
        const products = (p as number[]).map(
          (value, d) => value * (q?.[d] as number) * (h[d]?.[0] as number),
        );
        expectClose([...(part?.values.subarray(0, 3) ?? [])], products, { absolute: 1e-6 });
        expect(part?.labels).toEqual(['', '', '', 'Network branch', 'Bias']);
        expectClose(part?.values[4], ((await current.outputBias?.array()) as number[])[0], {
          absolute: 1e-6,
        });
        const sum = part?.values.reduce((total, value) => total + value, 0);
        expectClose(sum, await logitOf(current, 5, 3, depth), { absolute: 1e-5 });
      });
    },
  );

  test('a fake profile adds its positives and as many negatives as a genuine user expects', async () => {
    const model = neumf.create(parameters) as Trainable<{ fakes?: unknown }>;
    const profile = [1, 0, 0.5, 0, 0, 0];
    const fake: Tensor2D = tf.tensor2d([profile]);
    const data = trainingData(train, { fake });
    const current = model.init(createRng(2), data);
    const batch = model.batch(data, 0, 0, createRng(3)) as { users: Int32Array; items: Int32Array };
    const whole = (await model.loss(current, batch as never).data())[0] as number;
    const { users, items } = batch;
    const known = (await model.loss(current, { users, items } as never).data())[0] as number;
    const logits = await Promise.all(profile.map((_, item) => logitOf(current, 8, item, 2)));
    const positives = logits.reduce(
      (sum, s, i) => sum + (profile[i] as number) * Math.log1p(Math.exp(-s)),
      0,
    );
    const negatives = logits.reduce(
      (sum, s, i) => sum + (1 - (profile[i] as number)) * Math.log1p(Math.exp(s)),
      0,
    );
    const expected = positives + ((2 * 1.5) / 4.5) * negatives;
    expectClose((whole - known) * items.length, expected, { relative: 1e-3 });
    expect(model.batch(data, 0, 1, createRng(3)).fakes).toBeUndefined();
  });

  test('the L2 term of the batch is on the vectors that it uses, each as often as it is used', async () => {
    const [weight, data] = [0.5, trainingData(train)];
    const batch = { users: Int32Array.of(1, 1), items: Int32Array.of(0, 2, 4, 0, 5, 2) };
    const point = neumf.create(parameters) as Trainable;
    const current = point.init(createRng(4), data);
    const of = (changes: object) => {
      const model = neumf.create({ ...parameters, ...changes }) as Trainable;
      return valueAndGradient((at) => model.loss(at, batch), current);
    };
    const [plain, all, inBatch] = [
      of({}),
      of({ regularization: weight }),
      of({ regularization: weight, regularized: 'batch' }),
    ];
    expectClose(await all.value.data(), await plain.value.data());
    const uses: Readonly<Record<string, readonly number[]>> = {
      users: [0, 2, 0, 0, 0, 0, 0, 0],
      usersHidden: [0, 2, 0, 0, 0, 0, 0, 0],
      items: [2, 0, 2, 0, 1, 1],
      itemsHidden: [2, 0, 2, 0, 1, 1],
    };
    let penalty = 0;
    for (const [name, tensor] of Object.entries(current)) {
      const width = tensor.shape[1] ?? 1;
      const values = await tensor.data();
      const added = Array.from(values, (value, at) => {
        const used = uses[name]?.[Math.floor(at / width)] ?? 0;
        penalty += weight * used * value ** 2;
        return 2 * weight * used * value;
      });
      const before = (await plain.gradient[name]?.data()) ?? [];
      const expected = added.map((value, at) => value + (before[at] as number));
      expectClose(await inBatch.gradient[name]?.data(), expected, { absolute: 1e-5 });
    }
    expectClose(await inBatch.value.data(), [penalty + ((await plain.value.data())[0] as number)], { relative: 1e-5 }); // prettier-ignore
  });

  test('a fake profile adds to the L2 term of the batch its own vectors and those of the items that it is expected to use', async () => {
    const profile = [1, 0, 0.5, 0, 0, 0];
    const lossOf = async (regularization: number) => {
      const model = neumf.create({ ...parameters, regularization, regularized: 'batch' }) as Trainable;
      const data = trainingData(train, { fake: tf.tensor2d([profile]) });
      const current = model.init(createRng(2), data);
      const batch = model.batch(data, 0, 0, createRng(3)) as { users: Int32Array; items: Int32Array };
      const { users, items } = batch;
      const [whole] = await model.loss(current, batch as never).data();
      const [known] = await model.loss(current, { users, items } as never).data();
      return { added: (whole as number) - (known as number), current };
    };
    const { added: without } = await lossOf(0);
    const { added, current } = await lossOf(1);
    const squares = async (name: string) =>
      ((await current[name]?.array()) as number[][]).map((row) => row.reduce((sum, x) => sum + x * x, 0));
    let expected = 0;
    for (const branch of ['', 'Hidden']) {
      const [people, items] = [await squares(`users${branch}`), await squares(`items${branch}`)];
      // 1.5 clicks, and 2 · 1.5 negatives spread over the 4.5 that is left.
      expected += 1.5 * (people[8] as number);
      expected += items.reduce((sum, square, item) => sum + square * ((profile[item] as number) + (3 / 4.5) * (1 - (profile[item] as number))), 0); // prettier-ignore
    }
    expectClose(added - without, expected, { relative: 1e-4 });
  });
});
