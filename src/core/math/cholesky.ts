/**
 * Solves A x = b for a symmetric positive definite A [n, n] by Cholesky factorisation in double precision. Overwrites both: A's lower
 * triangle with its factor, b with x. Only the lower triangle of A is read. Throws a RangeError when A is not positive definite.
 * O(n³ / 6).
 */
export function choleskySolve(a: Float64Array, b: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    const row = i * n;
    for (let j = 0; j <= i; j++) {
      const other = j * n;
      let sum = a[row + j] as number;
      for (let k = 0; k < j; k++) sum -= (a[row + k] as number) * (a[other + k] as number);
      if (i !== j) {
        a[row + j] = sum / (a[other + j] as number);
        continue;
      }
      if (!(sum > 0))
        throw new RangeError(`choleskySolve: pivot ${i} is ${sum}, the matrix is not positive definite`);
      a[row + i] = Math.sqrt(sum);
    }
  }
  for (let i = 0; i < n; i++) {
    let sum = b[i] as number;
    for (let k = 0; k < i; k++) sum -= (a[i * n + k] as number) * (b[k] as number);
    b[i] = sum / (a[i * n + i] as number);
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i] as number;
    for (let k = i + 1; k < n; k++) sum -= (a[k * n + i] as number) * (b[k] as number);
    b[i] = sum / (a[i * n + i] as number);
  }
}
