import { describe, expect, test } from 'vitest';
import { forEachBackend } from '../../testing/backends.ts';
import { expectClose } from '../../testing/matchers.ts';
import { isLabError } from '../errors.ts';
import { tf } from '../tensors.ts';
import { pca } from './pca.ts';
import { createRng } from './rng.ts';

const rng = createRng(8).stream('pca');
const close = { absolute: 2e-5, relative: 2e-5 };

async function pcaOf(rows: readonly (readonly number[])[], count = 2) {
  const points = tf.tensor2d(rows.flat(), [rows.length, rows[0]?.length ?? 0]);
  const before = tf.memory().numTensors;
  try {
    return await pca(points, count);
  } finally {
    expect(tf.memory().numTensors).toBe(before);
    points.dispose();
  }
}

const cloud = Array.from({ length: 40 }, () => [4 * rng.normal(), 2 * rng.normal(), 0.5 * rng.normal()]);

forEachBackend(() => {
  test('moving the points moves the mean only; scaling them scales mean and projection', async () => {
    const plain = await pcaOf(cloud);
    const changed = await pcaOf(cloud.map((row) => row.map((value, axis) => 2 * value + axis)));
    expectClose(changed.components, plain.components, close);
    expectClose(changed.projection, plain.projection.map((value) => 2 * value), close); // prettier-ignore
    expectClose(changed.mean, plain.mean.map((value, axis) => 2 * value + axis), close); // prettier-ignore
    expectClose(changed.explainedVarianceRatio, plain.explainedVarianceRatio, close);
  });

  test('turning the points leaves variances and projection, up to the sign', async () => {
    const plain = await pcaOf(cloud);
    const turned = await pcaOf(
      cloud.map(([x = 0, y = 0, z = 0]) => [0.6 * x - 0.8 * y, 0.8 * x + 0.6 * y, z]),
    );
    expectClose(turned.explainedVariance, plain.explainedVariance, close);
    for (const k of [0, 1]) {
      const sign = Math.sign((turned.projection[k] ?? 0) * (plain.projection[k] ?? 0));
      const axis = (all: Float32Array) => all.filter((_, at) => at % 2 === k);
      expectClose(axis(turned.projection).map((value) => sign * value), axis(plain.projection), close); // prettier-ignore
    }
  });

  test('many columns beyond the small case: planted directions are found', async () => {
    const d = 130;
    const rows = Array.from({ length: 200 }, () => {
      const row = Array.from(rng.normals(d, 0.1));
      row[7] = 5 * rng.normal();
      row[99] = 3 * rng.normal();
      return row;
    });
    const { components } = await pcaOf(rows);
    expect(components[7]).toBeGreaterThan(0.99);
    expect(components[d + 99]).toBeGreaterThan(0.99);
  });
});

describe('degenerate points', () => {
  forEachBackend(() => {
    test('points on a line leave the second component 0', async () => {
      const line = await pcaOf([[0, 0], [1, 1], [2, 2], [5, 5]]); // prettier-ignore
      expectClose(line.components, [Math.SQRT1_2, Math.SQRT1_2, 0, 0]);
      expectClose(line.explainedVarianceRatio, [1, 0]);
      expectClose(Array.from({ length: 4 }, (_, n) => line.projection[2 * n + 1]), [0, 0, 0, 0]); // prettier-ignore
    });

    test('points that are all the same, and a single point, have no variance and no components', async () => {
      for (const rows of [
        [
          [0.1, 0.7],
          [0.1, 0.7],
          [0.1, 0.7],
        ],
        [[3, 4]],
      ]) {
        // prettier-ignore
        const same = await pcaOf(rows);
        expectClose(same.mean, rows[0]);
        expectClose(same.components, [0, 0, 0, 0]);
        expectClose(same.explainedVarianceRatio, [0, 0]);
        expectClose(same.projection, rows.flatMap(() => [0, 0])); // prettier-ignore
      }
    });

    test('one column gives a second component of 0', async () => {
      const { components, explainedVariance } = await pcaOf([[1], [2], [3]]);
      expectClose(components, [1, 0]);
      expectClose(explainedVariance, [1, 0]);
    });

    test('no points are bad input, a point that is not finite is an error', async () => {
      await expect(pca(tf.zeros([0, 3]))).rejects.toThrow('points: must hold at least one point');
      const error = await pcaOf([[1, Number.NaN], [0, 0]]).catch((thrown: unknown) => thrown); // prettier-ignore
      expect(isLabError(error, 'not-finite')).toBe(true);
    });
  });
});
