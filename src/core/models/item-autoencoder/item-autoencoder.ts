import type { Model, ModelFactory, Trainable, TrainingData } from '../../contracts.ts';
import { selectRows, usersByItem, type Rows } from '../../data/select-rows.ts';
import type { Interactions } from '../../data/interactions.ts';
import { passingPattern, type SparsePattern } from '../../kernels/sparse-matrix.ts';
import { sparseDense } from '../../kernels/sparse-dense.ts';
import { matrixProduct } from '../../math/matrix-product.ts';
import { named } from '../../math/named-tensors.ts';
import { adam } from '../../math/optimizers/adam.ts';
import { activation } from '../../nn/activation.ts';
import { denseLayer } from '../../nn/dense-layer.ts';
import { denseLoss } from '../../nn/dense-loss.ts';
import { gramLoss } from '../../nn/gram-loss.ts';
import { rowsOf } from '../../nn/rows-of.ts';
import { tf, type NamedTensors, type Scalar, type Tensor1D, type Tensor2D } from '../../tensors.ts';
import { spec, type ItemAutoencoderParameters } from './spec.ts';

/** Columns of some items: genuine users sparse, fake users dense. */
interface Columns {
  readonly users: number; // U
  /** Rows are items, columns genuine users. // [B, U] */
  readonly pattern: SparsePattern;
  readonly fake?: Tensor2D; // [F, B]
}

/**
 * Item autoencoder (Sedhain et al. 2015) as Tang et al. 2020, section 3.3, train it: input and label of an item are its column over all
 * U + F users; sum over items and users of w (x - r)², by Adam over batches of items. Parameters: `weights1`, `biases1`, ...; the
 * first layer has one row and the last one column per user, fake users last.
 *
 * With A = [h, 1] [B, d + 1] of the last hidden layer and B = [Wᵀ, b] [U + F, d + 1] of the last layer, r = A·Bᵀ: so the loss has the
 * Gram form of WRMF and costs O(nnz·d + (B + U)·d²). Scores read the data: the derivative by the fake users has a part that does not
 * pass through training.
 */
export const itemAutoencoder: ModelFactory<ItemAutoencoderParameters> = {
  create(parameters): Model {
    const { layerSizes, epochs, batchSize, learningRate, positiveWeight, regularization } = parameters;
    const hidden = [...layerSizes, ...layerSizes.slice(0, -1).reverse()];
    const last = hidden.length + 1;
    const act = activation[parameters.activation];
    const columns = columnsOf();

    /** Activations of the last hidden layer. // [B, d] */
    const encode = (current: NamedTensors, { pattern, users, fake }: Columns): Tensor2D => {
      const first = named(current, 'weights1') as Tensor2D;
      const width = first.shape[1];
      const known = tf.slice(first, [0, 0], [users, width]);
      const ones: Tensor1D = tf.ones([pattern.count]);
      let x = sparseDense(ones, known, pattern);
      if (fake) x = tf.add(x, matrixProduct(tf.transpose(fake), tf.slice(first, [users, 0], [-1, width])));
      x = act(tf.add(x, named(current, 'biases1')));
      for (let layer = 2; layer < last; layer++) {
        const product = matrixProduct(x, named(current, `weights${layer}`) as Tensor2D);
        x = act(tf.add(product, named(current, `biases${layer}`)));
      }
      return x;
    };
    const withOnes = (x: Tensor2D) => tf.concat([x, tf.ones([x.shape[0], 1])], 1) as Tensor2D;
    const decoder = (current: NamedTensors): Tensor2D =>
      tf.concat(
        [
          tf.transpose(named(current, `weights${last}`) as Tensor2D),
          tf.expandDims(named(current, `biases${last}`), 1),
        ],
        1,
      ) as Tensor2D; // [U + F, d + 1]

    const model: Trainable<Columns> = {
      kind: 'trainable',
      capabilities: spec.capabilities,
      epochs,
      optimizer: adam({ learningRate, weightDecay: 2 * regularization }),
      init(rng, data) {
        const users = data.interactions.userCount + (data.variables.fake?.shape[0] ?? 0);
        const sizes = [users, ...hidden, users];
        return Object.fromEntries(
          sizes.slice(1).flatMap((size, at) => {
            const { weights, biases } = denseLayer(rng.stream(`layer-${at + 1}`), sizes[at] as number, size);
            return [
              [`weights${at + 1}`, weights],
              [`biases${at + 1}`, biases],
            ];
          }),
        );
      },
      batchesPerEpoch: ({ interactions }) => Math.max(1, Math.ceil(interactions.itemCount / batchSize)),
      batch(data, epoch, index, rng) {
        const { itemCount } = data.interactions;
        if (batchSize >= itemCount) return columns(data);
        const order = rng.stream(epoch).shuffle(Int32Array.from({ length: itemCount }, (_, item) => item));
        return columns(data, order.subarray(index * batchSize, (index + 1) * batchSize).sort());
      },
      loss(current, batch) {
        const { users, pattern, fake } = batch;
        const items = withOnes(encode(current, batch));
        const all = decoder(current);
        const depth = all.shape[1];
        const known = tf.slice(all, [0, 0], [users, depth]);
        const loss = gramLoss(known, items, pattern.transposed, positiveWeight);
        if (!fake) return loss;
        const added = denseLoss(tf.slice(all, [users, 0], [-1, depth]), items, fake, positiveWeight);
        return tf.add(loss, added) as Scalar;
      },
      scores(current, data, users) {
        const items = withOnes(encode(current, columns(data)));
        return matrixProduct(rowsOf(decoder(current), users), tf.transpose(items)); // [B, I]
      },
    };
    return model;
  },
};

/** Columns of all items or of some; who clicked each item is looked up once per data set. */
function columnsOf() {
  const known = new WeakMap<Interactions, Rows>();
  return (data: TrainingData, items?: Int32Array): Columns => {
    const { interactions, matrix, variables } = data;
    const users = interactions.userCount;
    if (!items) {
      return { users, pattern: matrix.transposed, ...(variables.fake && { fake: variables.fake }) };
    }
    let all = known.get(interactions);
    if (!all) known.set(interactions, (all = usersByItem(interactions)));
    const rows = selectRows(all, items);
    const pattern = passingPattern(items.length, users, rows.offsets, rows.items);
    if (!variables.fake) return { users, pattern };
    return { users, pattern, fake: tf.gather(variables.fake, tf.tensor1d(items, 'int32'), 1) };
  };
}
