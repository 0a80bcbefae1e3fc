import { expect, test } from 'vitest';
import type { RunEvent } from '../core/run/events.ts';
import { createJobControl } from './job-control.ts';

const report = (level: 'inner' | 'outer' | 'stage', done: number): RunEvent => ({
  kind: 'progress',
  cell: 0,
  repeat: 0,
  progress: { level, stage: 'x', done, total: 2, unit: 'steps' },
  overall: { fraction: 0, elapsedSeconds: 0, remainingSeconds: null, tensorBytes: 0, peakTensorBytes: 0 },
});

test('a step ends where something of its level or a coarser one is done, not where a stage begins', () => {
  const control = createJobControl(
    () => 0,
    () => undefined,
  );
  control.step('outer');
  control.passed(report('stage', 0));
  control.passed(report('inner', 1));
  expect(control.isHeld).toBe(false);
  control.passed(report('outer', 1));
  expect(control.isHeld).toBe(true);
  control.step('outer');
  control.passed(report('stage', 1));
  expect(control.isHeld).toBe(true);
});
