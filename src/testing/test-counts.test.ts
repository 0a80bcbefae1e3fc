import { expect, test } from 'vitest';
import { countsOf, readCounts, stageCounts } from './test-counts.ts';

test('skipped tests count as failed', () => {
  const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
  expect(countsOf(vitest)).toEqual({ passed: 5, failed: 4 });
  const playwright = { stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 1 } };
  expect(countsOf(playwright)).toEqual({ passed: 4, failed: 2 });
});

test('a missing report is a failure', () => {
  expect(readCounts('does/not/exist.json')).toEqual({ passed: 0, failed: 1 });
});

test('a stage that ended badly without a failed test counts as one failure', () => {
  expect(stageCounts(undefined, true)).toEqual({ passed: 0, failed: 0 });
  expect(stageCounts({ passed: 3, failed: 0 }, false)).toEqual({ passed: 3, failed: 1 });
  expect(stageCounts({ passed: 3, failed: 2 }, false)).toEqual({ passed: 3, failed: 2 });
});
