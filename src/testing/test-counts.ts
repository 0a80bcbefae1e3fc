import { existsSync, readFileSync } from 'node:fs';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}
interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
}

/** Counts of a JSON report of vitest or Playwright. A skipped test is a failed one; so is a report that is not there. */
export function readCounts(file: string): Counts {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  return countsOf(JSON.parse(readFileSync(file, 'utf8')) as VitestReport | PlaywrightReport);
}

export function countsOf(report: VitestReport | PlaywrightReport): Counts {
  if ('stats' in report) {
    const { expected, unexpected, flaky, skipped } = report.stats;
    return { passed: expected + flaky, failed: unexpected + skipped };
  }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
  return { passed: numPassedTests, failed: numFailedTests + numPendingTests + numTodoTests };
}

/** A stage that ended badly counts as one failure when no test of it says so. */
export function stageCounts(tests: Counts | undefined, hasSucceeded: boolean): Counts {
  const { passed, failed } = tests ?? { passed: 0, failed: 0 };
  return { passed, failed: hasSucceeded ? failed : Math.max(1, failed) };
}
