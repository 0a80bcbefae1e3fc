import { tf } from '../tensors.ts';
import { checks, type Check } from './self-test-checks.ts';

/** An op that computes wrong numbers on this machine: its worst number. */
export interface SelfTestFailure {
  readonly op: string;
  readonly expected: number;
  readonly got: number;
}

/** Allowed error as a part of the largest number of a result: float32 sums of 70 terms stay 50 times inside. */
const tolerance = 2e-4;

/**
 * Compares the ops that the lab computes with, and their first and second derivatives, on the current backend with values
 * in double precision. Drivers do go wrong, and a faulty shader is silent. Empty when all is well.
 */
export async function selfTest(): Promise<SelfTestFailure[]> {
  let all: Check[] = [];
  tf.tidy(() => {
    all = checks();
    for (const { actual } of all) tf.keep(actual);
  });
  try {
    const failures: SelfTestFailure[] = [];
    for (const { op, actual, expected } of all) {
      const got = await actual.data();
      const worst = worstNumber(got, expected);
      if (worst) failures.push({ op, ...worst });
    }
    return failures;
  } finally {
    tf.dispose(all.map((check) => check.actual));
  }
}

/** "matMul gives 0 where 1.25 is right". */
export function failureSentence({ op, expected, got }: SelfTestFailure): string {
  return `${op} gives ${got} where ${expected} is right.`;
}

function worstNumber(
  got: ArrayLike<number>,
  expected: readonly number[],
): { expected: number; got: number } | undefined {
  const scale = expected.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1e-3);
  let worst: { expected: number; got: number } | undefined;
  let worstError = tolerance * scale;
  expected.forEach((value, index) => {
    const number = got[index] ?? Number.NaN;
    const error = Number.isFinite(number) ? Math.abs(number - value) : Number.POSITIVE_INFINITY;
    if (error <= worstError) return;
    worst = { expected: value, got: number };
    worstError = error;
  });
  return got.length === expected.length ? worst : { expected: expected.length, got: got.length };
}
