import { tf, type Scalar, type Tensor, type Tensor1D, type Tensor2D } from '../tensors.ts';
import { sampledDenseDense } from './sampled-dense-dense.ts';
import { sparseDense } from './sparse-dense.ts';
import { sparseMatrix, type SparseMatrix } from './sparse-matrix.ts';

/** One op or derivative on the current backend, beside its value in double precision. */
export interface Check {
  readonly op: string;
  readonly actual: Tensor;
  readonly expected: readonly number[];
}

// Inputs have more than 1000 numbers: smaller ones never reach the graphics card.
const rows = 60;
const columns = 70;
const depth = 20;
const p = waves(rows * depth, 0.3); // [rows, D]
const q = waves(columns * depth, 1.1); // [columns, D]
const v = waves(rows * depth, 2.7); // a direction over p
/** Entry e joins row and column; row 1 is empty. */
const entries = Array.from({ length: 1500 }, (_, e) => Math.floor((e * rows) / 1500))
  .map((row, e) => [row, (e * 37 + row * 11) % columns] as const)
  .filter(([row]) => row !== 1);
const scores = entries.map(([row, column]) => dot(p, row, q, column));
const alongs = entries.map(([row, column]) => dot(v, row, q, column));

/** Everything that is checked. Call inside `tf.tidy`. */
export function checks(): Check[] {
  const P = tf.tensor2d(p, [rows, depth]);
  const Q = tf.tensor2d(q, [columns, depth]);
  const V = tf.tensor2d(v, [rows, depth]);
  return [...dense(P, Q, V), ...sparse(P, Q, V), ...elementwise(), ...lookups(P, Q)];
}

function dense(P: Tensor2D, Q: Tensor2D, V: Tensor2D): Check[] {
  const loss = (x: Tensor) => tf.sum(tf.pow(tf.matMul(x as Tensor2D, Q, false, true), 3)) as Scalar;
  const product = cells((row, column) => dot(p, row, q, column)); // [rows, columns]
  const along = cells((row, column) => dot(v, row, q, column));
  const gram = cells2(depth, depth, (a, b) => sum(rows, (r) => at(p, r, a) * at(p, r, b)));
  return [
    { op: 'matMul', actual: tf.matMul(P, tf.transpose(Q)), expected: product },
    { op: 'matMul, transposed', actual: tf.matMul(P, P, true), expected: gram },
    {
      op: 'sum',
      actual: tf.sum(tf.square(tf.matMul(P, Q, false, true)), 0),
      expected: squaresByColumn(product),
    },
    {
      op: 'first derivative of matMul',
      actual: tf.grad(loss)(P),
      expected: backThrough(product.map((s) => 3 * s * s)),
    },
    {
      op: 'second derivative of matMul',
      actual: hessianVector(loss, P, V),
      expected: backThrough(product.map((s, k) => 6 * s * (along[k] as number))),
    },
  ];
}

function sparse(P: Tensor2D, Q: Tensor2D, V: Tensor2D): Check[] {
  const pattern = patternOfEntries();
  const loss = (x: Tensor) => {
    const s = sampledDenseDense(x as Tensor2D, Q, pattern);
    return tf.sum(tf.mul(s, tf.square(s))) as Scalar;
  };
  const values = tf.tensor1d(scores) as Tensor1D;
  const result = [
    { op: 'sampledDenseDense', actual: sampledDenseDense(P, Q, pattern), expected: scores },
    { op: 'sparseDense', actual: sparseDense(values, Q, pattern), expected: toRows(scores) },
    {
      op: 'sparseDense, transposed',
      actual: sparseDense(values, P, pattern.transposed),
      expected: toColumns(),
    },
    {
      op: 'first derivative of sampledDenseDense',
      actual: tf.grad(loss)(P),
      expected: toRows(scores.map((s) => 3 * s * s)),
    },
    {
      op: 'second derivative of sampledDenseDense',
      actual: hessianVector(loss, P, V),
      expected: toRows(scores.map((s, e) => 6 * s * (alongs[e] as number))),
    },
  ];
  pattern.dispose();
  return result;
}

function elementwise(): Check[] {
  const x = Array.from(waves(1100, 0.9), (value) => Math.fround(3 * value + 0.05));
  const X = tf.tensor1d(x);
  const logistic = x.map((value) => 1 / (1 + Math.exp(-value)));
  // An Adam direction from zero moments, epsilon 0.1: g/10 / (sqrt(g²/10) + 0.1), and its derivative.
  const adam = (g: Tensor) => tf.div(tf.mul(g, 0.1), tf.add(tf.sqrt(tf.mul(tf.square(g), 0.1)), 0.1));
  const root = (g: number) => Math.sqrt(0.1) * Math.abs(g) + 0.1;
  return [
    { op: 'softplus', actual: tf.softplus(X), expected: x.map((value) => Math.log1p(Math.exp(value))) },
    {
      op: 'first derivative of softplus',
      actual: tf.grad((t: Tensor) => tf.softplus(t))(X),
      expected: logistic,
    },
    {
      op: 'second derivative of softplus',
      actual: tf.grad(tf.grad((t: Tensor) => tf.softplus(t)))(X),
      expected: logistic.map((s) => s * (1 - s)),
    },
    { op: 'Adam step', actual: adam(X), expected: x.map((g) => (0.1 * g) / root(g)) },
    {
      op: 'derivative of an Adam step',
      actual: tf.grad(adam)(X),
      expected: x.map((g) => 0.01 / root(g) ** 2),
    },
  ];
}

function lookups(P: Tensor2D, Q: Tensor2D): Check[] {
  const picks = Array.from({ length: 90 }, (_, k) => (k * 7) % rows);
  const rowsPicked = tf.tensor1d(picks, 'int32');
  const counts = Array.from({ length: rows }, (_, r) => picks.filter((pick) => pick === r).length);
  const loss = (x: Tensor) => tf.sum(tf.square(tf.gather(x, rowsPicked))) as Scalar;
  const product = cells((row, column) => dot(p, row, q, column));
  const norms = Array.from({ length: rows }, (_, r) =>
    Math.log(sum(columns, (c) => Math.exp(product[r * columns + c] as number))),
  );
  const crossEntropy = (x: Tensor) =>
    tf.neg(
      tf.sum(
        tf.slice2d(tf.logSoftmax(tf.matMul(x as Tensor2D, Q, false, true)) as Tensor2D, [0, 3], [rows, 1]),
      ),
    ) as Scalar;
  const residual = product.map(
    (s, k) => Math.exp(s - (norms[Math.floor(k / columns)] as number)) - (k % columns === 3 ? 1 : 0),
  );
  return [
    {
      op: 'gather',
      actual: tf.gather(P, rowsPicked),
      expected: picks.flatMap((r) => Array.from(p.subarray(r * depth, (r + 1) * depth))),
    },
    {
      op: 'derivative of gather',
      actual: tf.grad(loss)(P),
      expected: Array.from(p, (value, k) => 2 * value * (counts[Math.floor(k / depth)] as number)),
    },
    {
      op: 'softmax cross-entropy',
      actual: crossEntropy(P),
      expected: [sum(rows, (r) => (norms[r] as number) - (product[r * columns + 3] as number))],
    },
    {
      op: 'derivative of softmax cross-entropy',
      actual: tf.grad(crossEntropy)(P),
      expected: backThrough(residual),
    },
  ];
}

/** Gradient of <gradient of loss, direction>. */
function hessianVector(loss: (x: Tensor) => Scalar, x: Tensor, direction: Tensor): Tensor {
  return tf.grad((t: Tensor) => tf.sum(tf.mul(tf.grad(loss)(t), direction)) as Scalar)(x);
}

function patternOfEntries(): SparseMatrix {
  const offsets = new Int32Array(rows + 1);
  for (const [row] of entries) offsets[row + 1] = (offsets[row + 1] as number) + 1;
  for (let r = 0; r < rows; r++) offsets[r + 1] = (offsets[r + 1] as number) + (offsets[r] as number);
  return sparseMatrix(
    rows,
    columns,
    offsets,
    Int32Array.from(entries, ([, column]) => column),
  );
}

/** Row r, dimension d: sum over its entries of weight · q[column, d]. */
function toRows(weights: readonly number[]): number[] {
  const out = new Array<number>(rows * depth).fill(0);
  entries.forEach(([row, column], e) => {
    for (let d = 0; d < depth; d++) {
      out[row * depth + d] = (out[row * depth + d] as number) + (weights[e] as number) * at(q, column, d);
    }
  });
  return out;
}

function toColumns(): number[] {
  const out = new Array<number>(columns * depth).fill(0);
  entries.forEach(([row, column], e) => {
    for (let d = 0; d < depth; d++) {
      out[column * depth + d] = (out[column * depth + d] as number) + (scores[e] as number) * at(p, row, d);
    }
  });
  return out;
}

/** weights [rows, columns] times q: the derivative by p of a loss on p·qᵀ. */
function backThrough(weights: readonly number[]): number[] {
  return cells2(rows, depth, (row, d) =>
    sum(columns, (c) => (weights[row * columns + c] as number) * at(q, c, d)),
  );
}

function squaresByColumn(product: readonly number[]): number[] {
  return Array.from({ length: columns }, (_, c) =>
    sum(rows, (r) => (product[r * columns + c] as number) ** 2),
  );
}

function cells(value: (row: number, column: number) => number): number[] {
  return cells2(rows, columns, value);
}

function cells2(height: number, width: number, value: (row: number, column: number) => number): number[] {
  return Array.from({ length: height * width }, (_, k) => value(Math.floor(k / width), k % width));
}

function dot(a: Float32Array, row: number, b: Float32Array, column: number): number {
  return sum(depth, (d) => at(a, row, d) * at(b, column, d));
}

function at(matrix: Float32Array, row: number, d: number): number {
  return matrix[row * depth + d] as number;
}

function sum(count: number, term: (index: number) => number): number {
  let total = 0;
  for (let index = 0; index < count; index++) total += term(index);
  return total;
}

function waves(count: number, phase: number): Float32Array {
  return Float32Array.from({ length: count }, (_, k) => 0.5 * Math.sin(1.7 * k + phase));
}
