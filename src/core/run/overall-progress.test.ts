import { expect, test } from 'vitest';
import { fig5a } from '../experiments/tang-2020/fig-5a.ts';
import { groFig2 } from '../experiments/gro-2024/fig-2.ts';
import { smallExperiment } from '../../testing/small-experiment.ts';
import { createTestHost } from '../../testing/test-host.ts';
import { estimateExperiment } from './estimate-cost.ts';
import { OverallProgress } from './overall-progress.ts';
import { planExperiment } from './plan-experiment.ts';
import { sharedWork } from './shared-work.ts';

const specsOf = (spec: unknown) => planExperiment(spec).cells.map((cell) => cell.spec);
const counted = (spec: unknown, stage: string) =>
  sharedWork(specsOf(spec), () => new Map([[stage, 1]])).reduce(
    (sum, work) => sum + (work.get(stage) ?? 0),
    0,
  );

test('in a transfer map an attack counts once a surrogate, and a clean victim once a victim and repeat', () => {
  // 5 attacks x 6 victims x 3 repeats that vary the initialisation alone.
  expect(counted(fig5a.spec, 'attack')).toBe(5);
  expect(counted(fig5a.spec, 'clean victim')).toBe(6 * 3);
  expect(counted(fig5a.spec, 'attacked victim')).toBe(5 * 6 * 3);
});

test('defenses share the undefended theft, and nothing behind them', () => {
  const repeats = groFig2.spec.repeats as number;
  expect(counted(groFig2.spec, 'surrogate')).toBe(repeats);
  expect(counted(groFig2.spec, 'surrogate, defended victim')).toBe(4 * repeats);
});

test('where nothing is shared every repeat counts', () => {
  const spec = { ...groFig2.spec, axes: [], repeats: 3 };
  expect(counted(spec, 'clean victim')).toBe(3);
});

test('a cell whose victim and attack are known takes no more of the bar than it has work', () => {
  const specs = specsOf({ ...groFig2.spec, repeats: 1 });
  let now = 0;
  const overall = new OverallProgress(specs, { ...createTestHost(), now: () => now });
  const done = (stage: string) =>
    overall.report({ level: 'stage', stage, done: 1, total: 1, unit: 'stages' });
  overall.begin(0);
  now = 60_000;
  for (const stage of ['clean victim', 'control victim']) done(stage);
  const first = done('surrogate');
  overall.begin(1);
  expect(done('clean victim').fraction).toBe(first.fraction);
  for (let cell = 1; cell < specs.length; cell++) {
    overall.begin(cell);
    for (const stage of ['clean victim', 'defended victim, no attack', 'surrogate, defended victim'])
      done(stage);
  }
  expect(done('surrogate').fraction).toBe(1);
});

test('an estimate takes off what repeats share', async () => {
  const small = (vary: readonly string[]) => smallExperiment({ repeats: 4, vary });
  let now = 0;
  const host = { ...createTestHost(), now: () => (now += 1000) };
  const shared = await estimateExperiment(small(['attack']), host);
  const anew = await estimateExperiment(small(['data', 'split', 'init', 'attack']), host);
  expect(shared.seconds).toBeCloseTo(anew.seconds / 4);
});

test('with the first report of a victim a thief’s copies count by their steps, all of one victim together', () => {
  // Copies after 1,000 and 3,000 queries: 15 epochs of 8 and of 24 batches, 480 steps, are 48 epochs of 10 steps beside the victim's 50.
  const specs = specsOf({ ...groFig2.spec, repeats: 1, axes: [] });
  const overall = new OverallProgress(specs, createTestHost());
  const at = (stage: string, done: number, total: number) =>
    overall.report({ level: 'inner', stage, done, total, unit: 'batches' }).fraction;
  overall.begin(0);
  expect(at('clean victim', 250, 500)).toBeCloseTo(25 / 98);
  expect(at('clean victim', 500, 500)).toBeCloseTo(50 / 98);
  expect(at('surrogate', 60, 120)).toBeCloseTo((50 + 6) / 98);
  expect(at('surrogate', 120, 120)).toBeCloseTo((50 + 12) / 98);
  expect(at('surrogate', 1, 360)).toBeCloseTo((50 + 12.1) / 98);
  expect(at('surrogate', 180, 360)).toBeCloseTo((50 + 30) / 98);
  const finished = { level: 'stage', stage: 'surrogate', done: 1, total: 1, unit: 'stages' } as const;
  expect(overall.report(finished).fraction).toBe(1);
});
