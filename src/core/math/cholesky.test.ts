import { expect, test } from 'vitest';
import { choleskySolve } from './cholesky.ts';

test('the solution of a positive definite system multiplies back to the right-hand side', () => {
  const a = [4, 2, -1, 2, 5, 0.5, -1, 0.5, 3];
  const b = [1, -2, 3];
  const x = Float64Array.from(b);
  choleskySolve(Float64Array.from(a), x, 3);
  b.forEach((value, i) => {
    const product = x.reduce((sum, xj, j) => sum + (a[3 * i + j] as number) * xj, 0);
    expect(product).toBeCloseTo(value, 12);
  });
});

test('a matrix that is not positive definite is refused', () => {
  expect(() => choleskySolve(Float64Array.of(1, 2, 2, 1), new Float64Array(2), 2)).toThrow(
    /positive definite/,
  );
});
