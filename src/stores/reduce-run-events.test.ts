import { expect, test } from 'vitest';
import type { Cell } from '../core/run/result.ts';
import { pointEvent, progressEvent, viewEvent } from '../testing/fake-runner.ts';
import { emptyRun, reduceRunEvents } from './reduce-run-events.ts';

const cell: Cell = {
  at: {},
  seeds: ['1'],
  phases: {},
  series: {},
  timing: {},
  memory: { peakTensorBytes: 0 },
  notes: [],
};

test('points of repeats meet at their places, with null where a repeat has none', () => {
  const run = reduceRunEvents(emptyRun, [
    pointEvent('loss', 1, 5),
    pointEvent('loss', 3, 4),
    pointEvent('loss', 1, 6, 1),
    pointEvent('loss', 2, null, 1),
  ]);
  expect(run.cells[0]?.series.loss).toEqual({
    name: 'loss',
    x: [1, 2, 3],
    values: [
      [5, null, 4],
      [6, null, null],
    ],
  });
});

test('telling the same again changes no curve', () => {
  const events = [pointEvent('loss', 1, 5), pointEvent('loss', 2, 4)];
  const once = reduceRunEvents(emptyRun, events);
  expect(reduceRunEvents(once, events)).toEqual(once);
});

test('what a batch does not touch stays the same object, and the run before is unchanged', () => {
  const before = reduceRunEvents(emptyRun, [pointEvent('a', 1, 1), pointEvent('b', 1, 1)]);
  const copy = structuredClone(before);
  const after = reduceRunEvents(before, [pointEvent('a', 2, 2)]);
  expect(before).toEqual(copy);
  expect(after.cells[0]?.series.b).toBe(before.cells[0]?.series.b);
  expect(after.cells[0]?.series.a).not.toBe(before.cells[0]?.series.a);
  expect(reduceRunEvents(after, [])).toBe(after);
});

test('phases hold one value a repeat', () => {
  const phase = (repeat: number, value: number | null) =>
    ({ cell: 0, repeat, kind: 'phase', phase: 'clean', metrics: { 'hr@10': value } }) as const;
  const run = reduceRunEvents(emptyRun, [phase(1, 0.5), phase(0, null), phase(2, 0.7)]);
  expect(run.cells[0]?.phases.clean).toEqual({ 'hr@10': [null, 0.5, 0.7] });
});

test('a later cell makes room for those before it, and its end is kept', () => {
  const run = reduceRunEvents(emptyRun, [{ cell: 2, repeat: 0, kind: 'cell', content: cell }]);
  expect(run.cells.map((c) => [c.index, c.finished])).toEqual([
    [0, null],
    [1, null],
    [2, cell],
  ]);
});

test('the latest view of each name and the latest progress of each stage stand', () => {
  const lists = (phase: string, k: number) =>
    viewEvent({ view: 'lists', phase, users: [], items: new Int32Array(), scores: new Float32Array(), k });
  const run = reduceRunEvents(emptyRun, [
    lists('clean', 5),
    lists('attacked', 5),
    lists('clean', 10),
    progressEvent('inner', 4),
    progressEvent('outer', 9),
  ]);
  expect(Object.keys(run.cells[0]?.views ?? {})).toEqual(['lists:clean', 'lists:attacked']);
  expect(run.cells[0]?.views['lists:clean']).toMatchObject({ k: 10 });
  expect(run.progress).toMatchObject({ level: 'outer', done: 9 });
  expect(run.stages.attack?.done).toBe(9);
});

test('20 batches on curves of 20,000 points take less than a frame each', () => {
  let run = reduceRunEvents(
    emptyRun,
    Array.from({ length: 20000 }, (_, x) => pointEvent('loss.train', x, 1 / (x + 1))),
  );
  const began = performance.now();
  for (let batch = 0; batch < 20; batch++) {
    const from = 20000 + 50 * batch;
    run = reduceRunEvents(
      run,
      Array.from({ length: 50 }, (_, at) => pointEvent('loss.train', from + at, 0)),
    );
  }
  expect(run.cells[0]?.series['loss.train']?.x).toHaveLength(21000);
  expect((performance.now() - began) / 20).toBeLessThan(16);
});
