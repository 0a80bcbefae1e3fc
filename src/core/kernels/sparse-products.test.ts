import { expect, test } from 'vitest';
import { forEachBackend } from '../../testing/backends.ts';
import { expectGradient, expectSecondGradient } from '../../testing/gradient-check.ts';
import { expectNoLeak } from '../../testing/leak-check.ts';
import { expectClose } from '../../testing/matchers.ts';
import { createRng } from '../math/rng.ts';
import { tf, type Scalar, type Tensor, type Tensor1D, type Tensor2D } from '../tensors.ts';
import { sampledDenseDense } from './sampled-dense-dense.ts';
import { sparseDense } from './sparse-dense.ts';
import { sparseMatrix } from './sparse-matrix.ts';

const depth = 5;
/** 4 x 6 with an empty row (1), empty columns (2, 5) and a repeated entry (3, 0). */
const offsets = Int32Array.from([0, 3, 3, 4, 7]);
const columnOf = Int32Array.from([0, 3, 4, 1, 0, 0, 3]);
const entries = [[0, 0], [0, 3], [0, 4], [2, 1], [3, 0], [3, 0], [3, 3]] as const; // prettier-ignore

const numbers = (name: string, count: number) => createRng(7).stream(name).normals(count, 0.7);
const matrix = (name: string, rows: number) => tf.tensor2d(numbers(name, rows * depth), [rows, depth]);

function fixture() {
  const pattern = sparseMatrix(4, 6, offsets, columnOf);
  const left = matrix('left', 4);
  const right = matrix('right', 6);
  const values = tf.tensor1d(numbers('values', 7));
  const dispose = () => {
    pattern.dispose();
    tf.dispose([left, right, values]);
  };
  return { pattern, left, right, values, dispose };
}

forEachBackend(() => {
  test('sampled products are the dense product at the entries, in both orientations', async () => {
    const { pattern, left, right, dispose } = fixture();
    const dense = (await tf.matMul(left, right, false, true).array()) as number[][];
    const expected = entries.map(([row, column]) => dense[row]?.[column]);
    expectClose(await sampledDenseDense(left, right, pattern).data(), expected, { absolute: 1e-5 });
    expectClose(await sampledDenseDense(right, left, pattern.transposed).data(), expected, {
      absolute: 1e-5,
    });
    dispose();
  });

  test('sparse-dense products add up repeated entries and leave empty rows at zero', async () => {
    const { pattern, left, right, values, dispose } = fixture();
    const weights = await values.data();
    const dense = tf.buffer([4, 6]);
    entries.forEach(([row, column], e) => {
      dense.set(dense.get(row, column) + (weights[e] as number), row, column);
    });
    const full = dense.toTensor() as Tensor2D;
    const forward = sparseDense(values, right, pattern);
    expectClose(await forward.data(), await tf.matMul(full, right).data(), { absolute: 1e-5 });
    expectClose(
      await sparseDense(values, left, pattern.transposed).data(),
      await tf.matMul(full, left, true).data(),
      { absolute: 1e-5 },
    );
    expect(Array.from(await tf.slice2d(forward, [1, 0], [1, depth]).data())).toEqual([0, 0, 0, 0, 0]);
    dispose();
  });

  test('derivatives of the sampled product are right to second order', async () => {
    const { pattern, left, right, dispose } = fixture();
    const loss = (l: Tensor, r: Tensor) => {
      const scores = sampledDenseDense(l as Tensor2D, r as Tensor2D, pattern);
      return tf.sum(tf.mul(scores, tf.square(scores))) as Scalar; // not quadratic, so that second derivatives move
    };
    await expectGradient(loss, [left, right]);
    await expectSecondGradient(loss, [left, right]);
    dispose();
  });

  test('derivatives of the sparse-dense product are right to second order, through the transpose too', async () => {
    const { pattern, left, right, values, dispose } = fixture();
    const cubes = (x: Tensor) => tf.sum(tf.mul(x, tf.square(x)));
    const loss = (v: Tensor, l: Tensor, r: Tensor) =>
      tf.add(
        cubes(sparseDense(v as Tensor1D, r as Tensor2D, pattern)),
        cubes(sparseDense(v as Tensor1D, l as Tensor2D, pattern.transposed)),
      ) as Scalar;
    await expectGradient(loss, [values, left, right]);
    await expectSecondGradient(loss, [values, left, right]);
    dispose();
  });

  test('a third derivative exists: d³/dx³ of (x·q)³ is 6 q³', async () => {
    const one = sparseMatrix(1, 1, Int32Array.from([0, 1]), Int32Array.from([0]));
    const q = tf.tensor2d([[1.5]]);
    const cube = (x: Tensor) => tf.sum(tf.pow(sampledDenseDense(x as Tensor2D, q, one), 3));
    const third = tf.grad(tf.grad(tf.grad(cube)))(tf.tensor2d([[0.5]]));
    expectClose(await third.data(), [6 * 1.5 ** 3], { absolute: 1e-3 });
    one.dispose();
  });

  test('a matrix without entries gives empty products and zero gradients', async () => {
    const { left, right, dispose } = fixture();
    const empty = sparseMatrix(4, 6, new Int32Array(5), new Int32Array(0));
    const none = tf.tensor1d([], 'float32');
    expect(sampledDenseDense(left, right, empty).shape).toEqual([0]);
    expect(Array.from(await sparseDense(none, right, empty).data())).toEqual(
      Array.from({ length: 4 * depth }, () => 0),
    );
    const loss = (l: Tensor, r: Tensor) =>
      tf.add(
        tf.sum(tf.concat([sampledDenseDense(l as Tensor2D, r as Tensor2D, empty), tf.tensor1d([0])])),
        tf.sum(sparseDense(none, r as Tensor2D, empty)),
      ) as Scalar;
    for (const gradient of tf.grads(loss)([left, right])) {
      expect(new Set(await gradient.data())).toEqual(new Set([0]));
    }
    empty.dispose();
    dispose();
  });

  test('the same product twice is bit-identical', async () => {
    const { pattern, left, right, values, dispose } = fixture();
    const twice = async (run: () => Tensor) => [await run().data(), await run().data()];
    const [first, second] = await twice(() => sampledDenseDense(left, right, pattern));
    expect(first).toEqual(second);
    const [third, fourth] = await twice(() => sparseDense(values, right, pattern));
    expect(third).toEqual(fourth);
    dispose();
  });

  test('products with second derivatives leave no tensor behind', async () => {
    await expectNoLeak(async () => {
      const { pattern, left, right, dispose } = fixture();
      const loss = (l: Tensor) => tf.sum(tf.square(sampledDenseDense(l as Tensor2D, right, pattern)));
      const gradient = tf.grad((l) => tf.sum(tf.square(tf.grad(loss)(l))))(left);
      await gradient.data();
      gradient.dispose();
      dispose();
    });
  });

  test('the gradient of gather sums repeated rows', async () => {
    const table = tf.tensor2d([[1, 2], [3, 4], [5, 6]]); // prettier-ignore
    const index = tf.tensor1d([2, 0, 2], 'int32');
    const gradient = tf.grad((t) => tf.sum(tf.square(tf.gather(t, index))))(table);
    expectClose(await gradient.data(), [2, 4, 0, 0, 20, 24]);
  });

  test('a factor of the wrong size is refused with both sizes', () => {
    const { pattern, left, right, dispose } = fixture();
    expect(() => sampledDenseDense(right, right, pattern)).toThrow('left must be [4, 5], got [6, 5]');
    expect(() => sparseDense(tf.tensor1d([1]), right, pattern)).toThrow('values must be [7], got [1]');
    expect(() => sampledDenseDense(left, tf.zeros([6, 4]), pattern)).toThrow('must be [4, 4], got [4, 5]');
    dispose();
  });
});
