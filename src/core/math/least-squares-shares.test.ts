import { expect, test } from 'vitest';
import { leastSquaresShares } from './least-squares-shares.ts';

test('in one dimension a share is w v y_k / (Σ y² + (w - 1) Σ_known y² + λ)', () => {
  const row = { fixed: [1, 2, 3], known: [0, 2], embeddingSize: 1, positiveWeight: 5, regularization: 0.5 };
  const whole = 14 + 4 * 10 + 0.5;
  const shares = leastSquaresShares(row, [2]);
  expect(shares).toHaveLength(2);
  expect(shares[0]).toBeCloseTo((5 * 2 * 1) / whole, 12);
  expect(shares[1]).toBeCloseTo((5 * 2 * 3) / whole, 12);
});

test('the shares add up to the product with the row that minimises the weighted squares', () => {
  const fixed = [1, 0.5, -0.3, 2, 0.7, -1, 0.2, 0.1];
  const known = [1, 3];
  const [w, λ, v] = [20, 0.1, [0.4, -1.3]] as const;
  // The minimiser by plain descent on Σ c (x - y·p)² + λ|p|², c = w at known rows.
  const p = [0, 0] as [number, number];
  for (let step = 0; step < 20000; step++) {
    const slope = [λ * p[0], λ * p[1]] as [number, number];
    for (let row = 0; row < 4; row++) {
      const [a, b] = [fixed[2 * row] as number, fixed[2 * row + 1] as number];
      const wanted = known.includes(row) ? 1 : 0;
      const pull = (wanted ? w : 1) * (a * p[0] + b * p[1] - wanted);
      slope[0] += pull * a;
      slope[1] += pull * b;
    }
    p[0] -= 0.005 * slope[0];
    p[1] -= 0.005 * slope[1];
  }
  const row = { fixed, known, embeddingSize: 2, positiveWeight: w, regularization: λ };
  const sum = leastSquaresShares(row, v).reduce((total, share) => total + share, 0);
  expect(sum).toBeCloseTo(v[0] * p[0] + v[1] * p[1], 9);
});

test('a row that knows nothing has no shares', () => {
  const row = { fixed: [1, 2], known: [], embeddingSize: 1, positiveWeight: 2, regularization: 1 };
  expect(leastSquaresShares(row, [1])).toHaveLength(0);
});
