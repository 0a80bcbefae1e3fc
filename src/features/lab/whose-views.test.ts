import { expect, test } from 'vitest';
import { plainSpec } from '../../testing/fake-runner.ts';
import { shownCell, shownRun } from '../../testing/shown-cell.ts';
import { whoseViews, whyNone } from './whose-views.ts';

const lists = { what: 'lists', soon: 'They come soon.' };
const finished = shownCell({ label: 'defense GRO', repeat: 2, finished: {} as never });
const other = shownCell({ label: 'defense none' });

test('cell and repeat are named where a run has several of them', () => {
  const spec = { ...plainSpec, repeats: 3 };
  expect(whoseViews(shownRun([other, finished], { spec }), finished)).toBe(
    ' Shown: defense GRO, repeat 3 of 3.',
  );
  expect(whoseViews(shownRun([other, finished]), finished)).toBe(' Shown: defense GRO.');
  expect(whoseViews(shownRun([finished], { spec }), finished)).toBe(' Shown: repeat 3 of 3.');
  expect(whoseViews(shownRun([finished]), finished)).toBe('');
  expect(whoseViews(undefined, undefined)).toBe('');
});

test('what is missing is explained by where the result comes from and how far the cell is', () => {
  const run = shownRun([other, finished]);
  expect(whyNone(undefined, undefined, lists)).toBe('They come soon.');
  expect(whyNone(run, other, lists)).toBe('They come soon.');
  expect(whyNone(run, finished, lists)).toMatch(/^No lists of this cell are kept/);
  expect(whyNone(run, { ...finished, letGo: true }, lists)).toMatch(/^The lists of this cell were let go/);
  expect(whyNone({ ...run, source: 'precomputed' }, finished, lists)).toBe(
    'This precomputed result holds no lists of this cell. Press Run to see them.',
  );
  expect(whyNone(shownRun([finished], { source: 'precomputed' }), finished, lists)).toBe(
    'This precomputed result holds no lists. Press Run to see them.',
  );
});
