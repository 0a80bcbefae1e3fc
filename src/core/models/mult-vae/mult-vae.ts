import type { Model, ModelFactory, Trainable } from '../../contracts.ts';
import { sampledDenseDense } from '../../kernels/sampled-dense-dense.ts';
import { sparseDense } from '../../kernels/sparse-dense.ts';
import { matrixProduct } from '../../math/matrix-product.ts';
import { named } from '../../math/named-tensors.ts';
import { adam } from '../../math/optimizers/adam.ts';
import { exp, logSumExp, tanh } from '../../math/smooth.ts';
import { denseLayer } from '../../nn/dense-layer.ts';
import { tf, type NamedTensors, type Scalar, type Tensor, type Tensor1D, type Tensor2D } from '../../tensors.ts'; // prettier-ignore
import { spec, type MultVaeParameters } from './spec.ts';
import { userRows, type UserRows } from './user-rows.ts';

interface Batch extends UserRows {
  readonly noise: Tensor2D; // [B, z]
  /** Kept entries times 1 / (1 - dropout), dropped ones 0; undefined without dropout. // [nnz] and [B - G, I] */
  readonly kept: { readonly entries: Tensor1D; readonly fake?: Tensor2D } | undefined;
  readonly beta: number;
}

/** Keeps the square root of an empty fake profile differentiable; far below rounding elsewhere. */
const tiny = 1e-12;

/**
 * Mult-VAE (Liang et al. 2018): h = tanh(x We + be), mu and lv linear in h, z = mu + noise · e^(lv/2), logits = tanh(z Wd + bd) Wo + bo.
 * Loss of a batch: mean over users of -Σ_i x log softmax(logits) + beta · mean of -½ Σ (1 + lv - mu² - e^lv). Parameters: weights and
 * biases of `encoder`, `mean`, `logVariance`, `decoder`, `output`. Scores are the logits without noise; they read the data, and so do user vectors (mu).
 */
export const multVae: ModelFactory<MultVaeParameters> = {
  create(parameters): Model {
    const { hiddenSize, embeddingSize, epochs, batchSize, learningRate, regularization } = parameters;
    const { inputDropout, normalizeInput, divideByClicks, annealingStep, annealingCap } = parameters;

    const model: Trainable<Batch> = {
      kind: 'trainable',
      capabilities: spec.capabilities,
      epochs,
      optimizer: adam({ learningRate, weightDecay: 2 * regularization }),
      init(rng, { interactions: { itemCount } }) {
        const shapes: Readonly<Record<string, readonly [number, number]>> = {
          encoder: [itemCount, hiddenSize],
          mean: [hiddenSize, embeddingSize],
          logVariance: [hiddenSize, embeddingSize],
          decoder: [embeddingSize, hiddenSize],
          output: [hiddenSize, itemCount],
        };
        return Object.fromEntries(
          Object.entries(shapes).flatMap(([name, [inputs, outputs]]) => {
            const { weights, biases } = denseLayer(rng.stream(name), inputs, outputs);
            return [
              [`${name}Weights`, weights],
              [`${name}Biases`, biases],
            ];
          }),
        );
      },
      batchesPerEpoch: (data) => Math.max(1, Math.ceil(userTotal(data) / batchSize)),
      batch(data, epoch, index, rng) {
        const total = userTotal(data);
        const own = rng.stream(epoch);
        const order = own.shuffle(Int32Array.from({ length: total }, (_, user) => user));
        const users = Array.from(order.subarray(index * batchSize, (index + 1) * batchSize).sort());
        const draws = own.stream(index);
        const rows = userRows(data, users);
        const noise = draws.stream('noise').normals(users.length * embeddingSize);
        const step = epoch * Math.max(1, Math.ceil(total / batchSize)) + index;
        return {
          ...rows,
          noise: tf.tensor2d(noise, [users.length, embeddingSize]),
          kept: inputDropout > 0 ? dropout(rows, inputDropout, draws.stream('dropout')) : undefined,
          beta: Math.min(annealingCap, annealingStep * step),
        };
      },
      loss(current, { noise, kept, beta, ...rows }) {
        const { mean, logVariance } = encode(current, rows, kept);
        const latent = tf.add(mean, tf.mul(noise, exp(tf.div(logVariance, 2)))) as Tensor2D;
        const reconstruction = reconstructionLoss(current, decodedHidden(current, latent), rows);
        const spread = tf.sub(tf.add(1, logVariance), tf.add(tf.square(mean), exp(logVariance)));
        const kl = tf.mul(tf.sum(spread), -0.5 / noise.shape[0]);
        return tf.add(reconstruction, tf.mul(kl, beta)) as Scalar;
      },
      scores: (current, data, users) =>
        inOrder(users, (ascending) => {
          const { mean } = encode(current, userRows(data, ascending), undefined);
          return linear(current, 'output', decodedHidden(current, mean)); // [B, I]
        }),
      userVectors: (current, data, users) =>
        inOrder(users, (ascending) => encode(current, userRows(data, ascending), undefined).mean), // [B, z]
    };

    function encode(current: NamedTensors, rows: UserRows, kept: Batch['kept']) {
      const { pattern, entryClicks, fake } = rows;
      const weights = named(current, 'encoderWeights') as Tensor2D;
      let entries: Tensor = normalizeInput ? tf.rsqrt(entryClicks) : tf.onesLike(entryClicks);
      if (kept) entries = tf.mul(entries, kept.entries);
      let x = sparseDense(entries as Tensor1D, weights, pattern);
      if (fake) {
        const size = tf.sqrt(tf.add(tf.sum(tf.square(fake), 1, true), tiny));
        const scaled = normalizeInput ? tf.div(fake, size) : fake;
        const seen = kept?.fake ? tf.mul(scaled, kept.fake) : scaled;
        x = tf.concat([x, matrixProduct(seen as Tensor2D, weights)]);
      }
      const hidden = tanh(tf.add(x, named(current, 'encoderBiases'))) as Tensor2D;
      return { mean: linear(current, 'mean', hidden), logVariance: linear(current, 'logVariance', hidden) };
    }

    /** Batch mean of clicks · log Σ e^logit - Σ of the logits of clicked items, where those are read without the rest. */
    function reconstructionLoss(current: NamedTensors, hidden: Tensor2D, rows: UserRows): Scalar {
      const { pattern, clicks, entryClicks, fake } = rows;
      const [batch, depth] = hidden.shape;
      const logits = linear(current, 'output', hidden); // [B, I]
      const sums = logSumExp(logits) as Tensor1D; // [B]
      const ones: Tensor2D = tf.ones([batch, 1]);
      const items = tf.concat(
        [tf.transpose(named(current, 'outputWeights')), tf.expandDims(named(current, 'outputBiases'), 1)],
        1,
      ) as Tensor2D; // [I, h + 1]
      const known = tf.slice(tf.concat([hidden, ones], 1), [0, 0], [pattern.rows, depth + 1]) as Tensor2D;
      const clicked = sampledDenseDense(known, items, pattern); // [nnz]
      const share = divideByClicks ? tf.div(clicked, entryClicks) : clicked;
      const counts = divideByClicks ? tf.minimum(clicks, 1) : clicks;
      let total = tf.sub(tf.sum(tf.mul(counts, tf.slice(sums, [0], [pattern.rows]))), tf.sum(share));
      if (fake) {
        const weight = tf.sum(fake, 1); // clicks [B - G]
        const sum = tf.mul(weight, tf.slice(sums, [pattern.rows], [-1]));
        const own = tf.sum(tf.mul(fake, tf.slice(logits, [pattern.rows, 0], [-1, logits.shape[1]])), 1);
        const rest = tf.sub(sum, own);
        total = tf.add(total, tf.sum(divideByClicks ? tf.div(rest, tf.add(tf.relu(tf.sub(weight, 1)), 1)) : rest)); // prettier-ignore
      }
      return tf.div(total, batch) as Scalar;
    }
    return model;
  },
};

function userTotal({ interactions, variables }: Parameters<Trainable['batchesPerEpoch']>[0]): number {
  return interactions.userCount + (variables.fake?.shape[0] ?? 0);
}

/** What `rows` gives for distinct ascending users, a row for each of `users`. */
function inOrder(users: readonly number[], rows: (ascending: readonly number[]) => Tensor2D): Tensor2D {
  const ascending = [...new Set<number>(users)].sort((a, b) => a - b);
  const found = rows(ascending);
  if (users.every((user, row) => user === ascending[row]) && users.length === ascending.length) return found;
  const places = users.map((user) => ascending.indexOf(user));
  return tf.gather(found, tf.tensor1d(places, 'int32'));
}

function linear(current: NamedTensors, name: string, x: Tensor2D): Tensor2D {
  const product = matrixProduct(x, named(current, `${name}Weights`) as Tensor2D);
  return tf.add(product, named(current, `${name}Biases`));
}

function decodedHidden(current: NamedTensors, latent: Tensor2D): Tensor2D {
  return tanh(linear(current, 'decoder', latent));
}

function dropout({ pattern, fake }: UserRows, share: number, rng: { uniform(): number }): Batch['kept'] {
  const draw = (count: number) =>
    Float32Array.from({ length: count }, () => (rng.uniform() < share ? 0 : 1 / (1 - share)));
  const entries = tf.tensor1d(draw(pattern.count));
  return fake ? { entries, fake: tf.tensor2d(draw(fake.size), fake.shape) } : { entries };
}
