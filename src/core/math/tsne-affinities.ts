import { badInput } from '../errors.ts';
import { tf, type Tensor, type Tensor1D, type Tensor2D } from '../tensors.ts';

/** Bisection works on log2 of the precision, relative to the mean gap of the row. */
const LOWEST = -20;
const HIGHEST = 30;
/** Halvings until the interval is below what float32 can tell apart. */
const HALVINGS = 26;
/** Stands for "infinitely far": no precision in the interval leaves any probability at this gap. */
const FAR = 1e9;
/** Squared distances below this share of the squared norms are rounding noise of float32: the points are the same. */
const SAME = 1e-6;

/**
 * p_{j given i} ∝ exp(-b_i ‖x_i - x_j‖²), 0 on the diagonal, with b_i by bisection such that exp(entropy of row i in nats)
 * is the perplexity (van der Maaten and Hinton 2008, Eq. 1). The result does not change when the points are moved, turned or
 * scaled. Points must be finite.
 *
 * Identical points share one probability. When a point has more duplicates than the perplexity, no b_i reaches it: the
 * row is then uniform over the duplicates, and over all others when all points are the same.
 */
export function conditionalAffinities(points: Tensor2D, perplexity: number): Tensor2D {
  const n = points.shape[0];
  if (!(perplexity >= 1 && perplexity <= n - 1)) {
    throw badInput('perplexity', `must lie between 1 and the number of other points, ${n - 1}`, perplexity);
  }
  return tf.tidy(() => {
    const gaps = relativeGaps(points);
    let low: Tensor = tf.fill([n, 1], LOWEST);
    let high: Tensor = tf.fill([n, 1], HIGHEST);
    const wanted = Math.log(perplexity);
    for (let halving = 0; halving < HALVINGS; halving++) {
      const next = tf.tidy(() => {
        const middle = tf.div(tf.add(low, high), 2);
        const tooSpread = tf.greater(entropy(gaps, precision(middle)), wanted);
        return { low: tf.where(tooSpread, middle, low), high: tf.where(tooSpread, high, middle) };
      });
      tf.dispose([low, high]);
      ({ low, high } = next);
    }
    const weights = tf.exp(tf.neg(tf.mul(gaps, precision(tf.div(tf.add(low, high), 2)))));
    return tf.div<Tensor2D>(weights, tf.sum(weights, 1, true));
  });
}

/** (p_{j given i} + p_{i given j}) / (2n): symmetric, sums to 1. // [n, n] */
export function jointAffinities(conditional: Tensor2D): Tensor2D {
  return tf.tidy(() =>
    tf.div<Tensor2D>(tf.add(conditional, tf.transpose(conditional)), 2 * conditional.shape[0]),
  );
}

/** ln Z + b <gap>, the entropy in nats of each row of exp(-b gap) / Z. // [n, 1] */
function entropy(gaps: Tensor2D, b: Tensor): Tensor {
  const weights = tf.exp(tf.neg(tf.mul(gaps, b)));
  const total = tf.sum(weights, 1, true);
  return tf.add(tf.log(total), tf.div(tf.mul(b, tf.sum(tf.mul(weights, gaps), 1, true)), total));
}

function precision(logarithm: Tensor): Tensor {
  return tf.exp(tf.mul(logarithm, Math.LN2));
}

/** ‖x_i - x_j‖² less the smallest of the row, in units of the row's mean; FAR on the diagonal. // [n, n] */
function relativeGaps(points: Tensor2D): Tensor2D {
  const n = points.shape[0];
  const self = tf.eye(n);
  const distances = squaredDistances(points);
  const nearest = tf.min(tf.add(distances, tf.mul(self, FAR * FAR)), 1, true); // [n, 1]
  const gaps = tf.mul(tf.sub(distances, nearest), tf.sub(1, self));
  const mean = tf.div(tf.sum(gaps, 1, true), n - 1); // [n, 1]
  const unit = tf.where(tf.greater(mean, 0), mean, tf.onesLike(mean));
  return tf.add<Tensor2D>(tf.div(gaps, unit), tf.mul(self, FAR));
}

/** ‖x_i - x_j‖² from the Gram matrix of the centred points; what is rounding noise is 0. // [n, n] */
function squaredDistances(points: Tensor2D): Tensor2D {
  const centred = tf.sub<Tensor2D>(points, tf.mean(points, 0, true));
  const squares = tf.sum<Tensor1D>(tf.square(centred), 1);
  const sums = tf.add(tf.expandDims(squares, 1), tf.expandDims(squares, 0));
  const products = tf.matMul(centred, tf.transpose(centred));
  const distances = tf.sub<Tensor2D>(sums, tf.mul(products, 2));
  return tf.where(tf.greater(distances, tf.mul(sums, SAME)), distances, tf.zerosLike(distances));
}
