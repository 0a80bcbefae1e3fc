import { describe, expect, test } from 'vitest';
import { expectClose } from '../../testing/matchers.ts';
import { leadingEigen } from './leading-eigen.ts';
import { createRng } from './rng.ts';
import { symmetricEigen, type Eigenpairs } from './symmetric-eigen.ts';

/** X Xᵀ / n of random X [n, rank]. */
function randomMatrix(n: number, rank = n): Float64Array {
  const x = createRng(n).normals(n * rank);
  return Float64Array.from({ length: n * n }, (_, at) => {
    const i = Math.floor(at / n) * rank;
    const j = (at % n) * rank;
    let sum = 0;
    for (let k = 0; k < rank; k++) sum += (x[i + k] ?? 0) * (x[j + k] ?? 0);
    return sum / n;
  });
}

function expectPairs(matrix: Float64Array, n: number, { values, vectors }: Eigenpairs, absolute: number) {
  for (let k = 0; k < values.length; k++) {
    const vector = vectors.subarray(k * n, (k + 1) * n);
    const image = Array.from({ length: n }, (_, i) =>
      vector.reduce((sum, value, j) => sum + value * (matrix[i * n + j] ?? 0), 0),
    );
    expectClose(image, vector.map((value) => value * (values[k] ?? 0)), { absolute }); // prettier-ignore
    expectClose(Math.hypot(...vector), 1, { absolute: 1e-12 });
  }
  expect([...values]).toEqual([...values].sort((a, b) => b - a));
}

describe('all eigenpairs', () => {
  test('a 2 x 2 matrix with known eigenpairs', () => {
    const { values, vectors } = symmetricEigen([2, 1, 1, 2], 2);
    expectClose(values, [3, 1], { absolute: 1e-14 });
    expectClose(vectors.map(Math.abs), new Array(4).fill(Math.SQRT1_2), { absolute: 1e-14 });
  });

  test('A v = λ v, in descending order, for random matrices', () => {
    for (const n of [1, 3, 20, 60]) {
      const matrix = randomMatrix(n);
      expectPairs(matrix, n, symmetricEigen(matrix, n), 1e-12);
    }
  });

  test('negative and repeated eigenvalues, and the zero matrix', () => {
    expectClose(symmetricEigen([-1, 0, 0, 0, 4, 0, 0, 0, 4], 3).values, [4, 4, -1]);
    expectClose(symmetricEigen(new Float64Array(9), 3).values, [0, 0, 0]);
  });

  test('a matrix of the wrong size or with NaN is bad input', () => {
    expect(() => symmetricEigen([1, 2], 2)).toThrow('must be 2 x 2');
    expect(() => symmetricEigen([Number.NaN], 1)).toThrow('must hold finite numbers');
  });
});

describe('leading eigenpairs', () => {
  test('of a large matrix agree with all eigenpairs', () => {
    const n = 150;
    const matrix = randomMatrix(n);
    const leading = leadingEigen(matrix, n, 3);
    expectClose(leading.values, symmetricEigen(matrix, n).values.subarray(0, 3), { absolute: 1e-9 });
    expectPairs(matrix, n, leading, 1e-5);
  });

  test('of a large matrix of rank 2: the rest is 0', () => {
    const matrix = randomMatrix(120, 2);
    const { values } = leadingEigen(matrix, 120, 4);
    expect(values[1]).toBeGreaterThan(0.1);
    expectClose(values.subarray(2), [0, 0], { absolute: 1e-12 });
  });
});
