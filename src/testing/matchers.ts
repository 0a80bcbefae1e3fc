import { expect } from 'vitest';
import type { GoldenValue, Tolerance } from './golden-case.ts';

/** Nested arrays as one list; typed arrays pass as they are. */
export function flat(value: unknown): (number | null | undefined)[] {
  if (value === null || value === undefined || typeof value === 'number') return [value];
  if (typeof value === 'boolean') return [Number(value)];
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>);
  if (Array.isArray(value)) return value.flatMap((inner) => flat(inner));
  throw new TypeError(
    `cannot compare ${Object.prototype.toString.call(value)}: give numbers or arrays of them`,
  );
}

/**
 * What is wrong with `actual`, or undefined. Every number must satisfy |actual - expected| <= absolute + relative |expected|;
 * a number that is not finite never matches; null in `expected` means undefined: null, undefined or NaN.
 */
export function mismatch(
  actual: unknown,
  expected: unknown,
  tolerance: Tolerance,
  name = 'value',
): string | undefined {
  const got = flat(actual);
  const wanted = flat(expected);
  if (got.length !== wanted.length) return `${name}: ${wanted.length} numbers expected, ${got.length} given`;
  let failures = 0;
  let first = '';
  wanted.forEach((want, index) => {
    const have = got[index];
    if (matches(have, want, tolerance)) return;
    failures += 1;
    first ||= `${name}[${index}]: expected ${String(want)}, got ${String(have)}${excess(have, want, tolerance)}`;
  });
  return failures === 0 ? undefined : `${first} (${failures} of ${wanted.length} numbers differ)`;
}

/** Asserts that all numbers are finite and close. Not relative by default. */
export function expectClose(actual: unknown, expected: unknown, tolerance: Partial<Tolerance> = {}): void {
  const full = { absolute: tolerance.absolute ?? 1e-6, relative: tolerance.relative ?? 0 };
  const problem = mismatch(actual, expected as GoldenValue, full);
  if (problem) expect.fail(problem);
}

/** Asserts that there is at least one number and that every one is finite. */
export function expectFinite(actual: unknown, name = 'value'): void {
  const numbers = flat(actual);
  if (numbers.length === 0) expect.fail(`${name}: no numbers at all`);
  const at = numbers.findIndex((number) => !Number.isFinite(number));
  if (at >= 0) expect.fail(`${name}[${at}]: ${String(numbers[at])} is not finite`);
}

function matches(have: number | null | undefined, want: number | null | undefined, t: Tolerance): boolean {
  if (want === null || want === undefined) return have === null || have === undefined || Number.isNaN(have);
  if (typeof have !== 'number' || !Number.isFinite(have) || !Number.isFinite(want)) return false;
  return Math.abs(have - want) <= t.absolute + t.relative * Math.abs(want);
}

function excess(have: number | null | undefined, want: number | null | undefined, t: Tolerance): string {
  if (typeof have !== 'number' || typeof want !== 'number') return '';
  const allowed = t.absolute + t.relative * Math.abs(want);
  return `, off by ${Math.abs(have - want).toExponential(2)} where ${allowed.toExponential(2)} is allowed`;
}
