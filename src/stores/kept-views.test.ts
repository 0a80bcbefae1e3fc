import { expect, test } from 'vitest';
import type { View } from '../core/contracts.ts';
import type { RunEvent } from '../core/run/events.ts';
import { viewEvent } from '../testing/fake-runner.ts';
import { boundViews } from './kept-views.ts';
import { emptyRun, reduceRunEvents, untoldCell } from './reduce-run-events.ts';

/** A log of queries of a victim of this name, which says where it was told. */
const queries = (name: string, asked: number): View => ({
  view: 'queries',
  name,
  asked,
  total: 9,
  complete: false,
  log: { count: 0, sequenceLength: 1, k: 1, sequences: new Int32Array(), lists: new Int32Array(100) },
});
const told = (cell: number, repeat: number, content: View): RunEvent => ({ ...viewEvent(content), cell, repeat }); // prettier-ignore
const prepared = (cell: number, repeat: number, titles: readonly string[], target: number): RunEvent => ({
  cell,
  repeat,
  kind: 'prepared',
  summary: { titles, itemIds: titles, targets: [target] } as never,
});

test('every cell keeps its own views: a later cell changes none of an earlier one', () => {
  const run = reduceRunEvents(emptyRun, [
    told(0, 0, queries('victim', 1)),
    told(1, 0, queries('victim', 2)),
    told(1, 0, queries('defended victim', 3)),
  ]);
  expect(run.cells.map(({ views }) => Object.keys(views))).toEqual([
    ['queries:victim'],
    ['queries:victim', 'queries:defended victim'],
  ]);
  expect(run.cells[0]?.views['queries:victim']).toMatchObject({ asked: 1 });
});

test('the views of a cell are all of one repeat, the latest, and so are its titles and targets', () => {
  const before = reduceRunEvents(emptyRun, [
    prepared(0, 0, ['a', 'b'], 0),
    told(0, 0, queries('victim', 1)),
    told(0, 0, queries('defended victim', 1)),
  ]);
  const after = reduceRunEvents(before, [prepared(0, 1, ['a', 'b'], 1), told(0, 1, queries('victim', 2))]);
  expect(after.cells[0]).toMatchObject({ repeat: 1, prepared: { targets: [1] } });
  expect(Object.keys(after.cells[0]?.views ?? {})).toEqual(['queries:victim']);
  // Who shows one list until the next is told has it still.
  expect(after.cells[0]?.earlier['queries:defended victim']).toMatchObject({ asked: 1 });
  // The same data again: its titles are kept once.
  expect(after.cells[0]?.prepared?.titles).toBe(before.cells[0]?.prepared?.titles);
});

test('cells of other data have their own titles', () => {
  const run = reduceRunEvents(emptyRun, [prepared(0, 0, ['a', 'b'], 0), prepared(1, 0, ['a', 'c'], 0)]);
  expect(run.cells.map((cell) => cell.prepared?.titles)).toEqual([
    ['a', 'b'],
    ['a', 'c'],
  ]);
  expect(run.prepared?.titles).toEqual(['a', 'c']);
});

test('a repeat that is told again by an answer to a question leaves the views where they are', () => {
  const once = reduceRunEvents(emptyRun, [prepared(0, 0, ['a'], 0), told(0, 0, queries('victim', 1))]);
  const again = reduceRunEvents(once, [prepared(0, 0, ['a'], 0)]);
  expect(again.cells[0]?.views).toBe(once.cells[0]?.views);
});

test('beyond the bound the cells that were told longest ago let go of all their views, and say so', () => {
  const cells = [0, 1, 2].map((index) => ({
    ...untoldCell(index),
    views: { 'queries:victim': queries('victim', index) }, // 400 bytes
  }));
  expect(boundViews(cells, 2, 1200)).toBe(cells);
  const kept = boundViews(cells, 2, 1199);
  expect(kept.map(({ views, letGo }) => [Object.keys(views).length, letGo])).toEqual([
    [0, true],
    [1, false],
    [1, false],
  ]);
  // The cell in work keeps its own whatever they take.
  expect(boundViews(cells, 2, 1).map(({ letGo }) => letGo)).toEqual([true, true, false]);
});
