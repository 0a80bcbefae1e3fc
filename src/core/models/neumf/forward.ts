import { sampledDenseDense } from '../../kernels/sampled-dense-dense.ts';
import { matrixProduct } from '../../math/matrix-product.ts';
import { named } from '../../math/named-tensors.ts';
import { pickRows, rowPattern } from '../../nn/pick-rows.ts';
import { rowsOf } from '../../nn/rows-of.ts';
import { tf, type NamedTensors, type Tensor, type Tensor1D, type Tensor2D } from '../../tensors.ts';

type Activation = <T extends Tensor>(x: T) => T;

/** How many hidden layers there are and what stands between them. */
export interface Network {
  readonly depth: number;
  readonly activation: Activation;
}

/** The output layer in two parts: a weight per product [D], and one per number of the network branch. */
export function outputParts(current: NamedTensors) {
  const size = (named(current, 'users') as Tensor2D).shape[1];
  const weights = named(current, 'outputWeights') as Tensor2D; // [D + H, 1]
  return {
    products: tf.transpose(tf.slice(weights, [0, 0], [size, 1])) as Tensor2D, // [1, D]
    network: tf.slice(weights, [size, 0], [-1, 1]) as Tensor2D, // [H, 1]
    bias: named(current, 'outputBias') as Tensor1D,
  };
}

/** Logits of pairs: user row of each and `width` items per user, row-major. // [users.length · width] */
export function pairLogits(
  current: NamedTensors,
  users: Int32Array,
  items: Int32Array,
  network: Network,
): Tensor1D {
  const { products, bias } = outputParts(current);
  const width = items.length / Math.max(1, users.length);
  const people = tf.mul(pickRows(named(current, 'users') as Tensor2D, users), products) as Tensor2D;
  const all = named(current, 'items') as Tensor2D;
  const inner = sampledDenseDense(people, all, rowPattern(items, width, all.shape[0]));
  const repeated = Int32Array.from(items, (_, at) => users[Math.floor(at / width)] as number);
  return tf.add(tf.add(inner, networkTerms(current, repeated, items, network)), bias) as Tensor1D;
}

/** What the network branch adds to the logit of each pair. // [pairs] */
export function networkTerms(
  current: NamedTensors,
  users: Int32Array,
  items: Int32Array,
  { depth, activation }: Network,
): Tensor1D {
  let x = tf.concat(
    [
      pickRows(named(current, 'usersHidden') as Tensor2D, users),
      pickRows(named(current, 'itemsHidden') as Tensor2D, items),
    ],
    1,
  ) as Tensor2D;
  for (let layer = 1; layer <= depth; layer++) {
    x = activation(layerOutput(current, layer, x));
  }
  return tf.reshape(matrixProduct(x, outputParts(current).network), [-1]);
}

/**
 * Logits of some users for every item. The first layer of the network is the sum of a part of the user and a part of the item, so that
 * [B · I, 2E] is never built; further layers are computed user by user. // [B, I]
 */
export function allLogits(
  current: NamedTensors,
  users: readonly number[],
  { depth, activation }: Network,
): Tensor2D {
  const { products, network, bias } = outputParts(current);
  const row = (name: string) => rowsOf(named(current, name) as Tensor2D, users);
  const inner = matrixProduct(
    tf.mul(row('users'), products) as Tensor2D,
    tf.transpose(named(current, 'items') as Tensor2D),
  );
  const [people, items] = [row('usersHidden'), named(current, 'itemsHidden') as Tensor2D];
  const size = items.shape[1];
  const first = depth === 0 ? network : (named(current, 'weights1') as Tensor2D); // [2E, H]
  const ofUsers = matrixProduct(people, tf.slice(first, [0, 0], [size, -1])); // [B, H]
  const ofItems = matrixProduct(items, tf.slice(first, [size, 0], [-1, -1])); // [I, H]
  if (depth === 0) return tf.add(tf.add(tf.add(inner, bias), ofUsers), tf.transpose(ofItems)) as Tensor2D;
  const hidden = users.map((_, at) => {
    const own = tf.add(tf.slice(ofUsers, [at, 0], [1, -1]), named(current, 'biases1'));
    let x = activation(tf.add(ofItems, own)) as Tensor2D; // [I, H]
    for (let layer = 2; layer <= depth; layer++) x = activation(layerOutput(current, layer, x));
    return tf.transpose(matrixProduct(x, network)); // [1, I]
  });
  return tf.add(tf.add(inner, bias), joined(hidden as Tensor2D[])) as Tensor2D;
}

function layerOutput(current: NamedTensors, layer: number, x: Tensor2D): Tensor2D {
  return tf.add(
    matrixProduct(x, named(current, `weights${layer}`) as Tensor2D),
    named(current, `biases${layer}`),
  );
}

/** Rows below each other, a few at a time: a graphics program binds few inputs. */
function joined(rows: readonly Tensor2D[]): Tensor2D {
  if (rows.length === 1) return rows[0] as Tensor2D;
  const groups = Array.from({ length: Math.ceil(rows.length / 6) }, (_, at) =>
    tf.concat(rows.slice(6 * at, 6 * at + 6)),
  );
  return joined(groups as Tensor2D[]);
}
