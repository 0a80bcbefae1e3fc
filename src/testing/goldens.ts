import { expect, inject } from 'vitest';
import type { GoldenCase, GoldenValue } from './golden-case.ts';
import { mismatch } from './matchers.ts';

export type { GoldenCase, GoldenValue };

/** All cases of a kind, in Node and in the browser alike. Throws when there are none: a test without cases proves nothing. */
export function goldenCases(kind: string): GoldenCase[] {
  const cases = inject('goldens').filter((golden) => golden.kind === kind);
  if (cases.length === 0) throw new Error(`golden fixtures: none of kind "${kind}"`);
  return cases;
}

/** The kinds that have fixtures. */
export function goldenKinds(): string[] {
  return [...new Set(inject('goldens').map((golden) => golden.kind))].sort();
}

/** A scalar input. */
export function inputNumber(golden: GoldenCase, name: string): number {
  const value = golden.inputs[name];
  if (typeof value !== 'number') throw new Error(`${golden.kind}/${golden.case}: input ${name} is no number`);
  return value;
}

/** A list input. // [n] */
export function inputList(golden: GoldenCase, name: string): number[] {
  const value = golden.inputs[name];
  if (!Array.isArray(value)) throw new Error(`${golden.kind}/${golden.case}: input ${name} is no list`);
  return value as number[];
}

/** A matrix input, or lists of different lengths. // [rows][columns] */
export function inputRows(golden: GoldenCase, name: string): number[][] {
  const rows = inputList(golden, name) as unknown[];
  if (!rows.every(Array.isArray)) throw new Error(`${golden.kind}/${golden.case}: input ${name} has no rows`);
  return rows as number[][];
}

/**
 * Compares every expected name with `actual` (numbers, nested or typed arrays) within `tolerance.byName`; a name that is
 * missing in `actual` fails, also where null is expected only a present name (null, undefined or NaN) matches.
 */
export function expectGolden(actual: Readonly<Record<string, unknown>>, golden: GoldenCase): void {
  const problems = Object.entries(golden.expected).flatMap(([name, expected]) => {
    const tolerance = golden.tolerance.byName[name];
    if (!tolerance) return [`${name}: the fixture has no tolerance for it`];
    if (!(name in actual)) return [`${name}: not computed`];
    return mismatch(actual[name], expected, tolerance, name) ?? [];
  });
  if (problems.length > 0) expect.fail(`${golden.kind}/${golden.case}\n${problems.join('\n')}`);
}
