import { expect, test } from 'vitest';
import { averaged, gridOf, gridRows, measuredIn, publishedAt, type GridCell } from './cell-grid.ts';

const cell = (at: GridCell['at'], clean: number[], attacked: (number | null)[]): GridCell => ({
  at,
  data: { series: {}, phases: { clean: { hr: clean }, attacked: { hr: attacked } } },
});
const sides = { rowAxis: 'a', rows: ['1', '2'], columnAxis: 'b', columns: ['x', 'y'], fixed: {} };
const attacked = { metric: 'hr', phase: 'attacked' } as const;

test('each cell stands at its row and column, and a cell that has not begun is empty', () => {
  const cells = [cell({ a: '2', b: 'x' }, [0, 0], [0.2, 0.4]), cell({ a: '1', b: 'y' }, [0, 0], [0.5, 0.5])];
  const grid = gridOf(cells, sides, attacked);
  expect(grid.map((row) => row.map(({ mean }) => mean))).toEqual([
    [null, 0.5],
    [expect.closeTo(0.3), null],
  ]);
  expect(grid[1]?.[0]).toMatchObject({ cells: [0], measured: 1, values: [0.2, 0.4] });
  expect(grid[1]?.[0]?.deviation).toBeCloseTo(Math.SQRT2 / 10);
  expect(grid[0]?.[0]).toMatchObject({ cells: [], measured: 0, values: [] });
});

test('a difference is taken repeat by repeat, so that a spread that both phases share goes away', () => {
  const { data } = cell({}, [0.1, 0.5], [0.3, 0.7]);
  const difference = measuredIn(data, { ...attacked, minus: 'clean' });
  expect(difference).toEqual([expect.closeTo(0.2), expect.closeTo(0.2)]);
  expect(measuredIn(cell({}, [0.1], [0.3, 0.7]).data, { ...attacked, minus: 'clean' })[1]).toBeNull();
});

test('a third axis is averaged over, or held at one of its points', () => {
  const cells = [
    cell({ a: '1', b: 'x', c: 'p' }, [0], [0.2]),
    cell({ a: '1', b: 'x', c: 'q' }, [0], [0.6]),
    cell({ a: '1', b: 'x', c: 'r' }, [0], []),
  ];
  expect(gridOf(cells, sides, attacked)[0]?.[0]).toMatchObject({
    cells: [0, 1, 2],
    measured: 2,
    mean: expect.closeTo(0.4) as number,
  });
  expect(gridOf(cells, { ...sides, fixed: { c: 'q' } }, attacked)[0]?.[0]?.mean).toBe(0.6);
});

test('a mean over lists leaves out what is not there', () => {
  expect(averaged([[1, null], [3], [null, null]])).toEqual([2, null]);
  expect(averaged([])).toEqual([]);
});

test('a published number belongs to the places that it names, and to no difference', () => {
  const mark = { at: { a: '1' }, phase: 'attacked', metric: 'hr', value: 0.4, source: 'p. 1' } as const;
  expect(publishedAt([mark], { a: '1', b: 'x' }, attacked)).toEqual([mark]);
  expect(publishedAt([mark], { a: '2', b: 'x' }, attacked)).toEqual([]);
  expect(publishedAt([mark], { a: '1', b: 'x' }, { ...attacked, minus: 'clean' })).toEqual([]);
  expect(publishedAt([mark], { a: '1', b: 'x' }, { ...attacked, phase: 'clean' })).toEqual([]);
});

test('the long form has one line a place, with the number of repeats that were measured', () => {
  const grid = gridOf([cell({ a: '1', b: 'x' }, [0, 0], [0.2, null])], sides, attacked);
  expect(gridRows(grid, ['1', '2'], ['x', 'y'])[0]).toEqual(['1', 'x', 0.2, null, 1]);
  expect(gridRows(grid, ['1', '2'], ['x', 'y'])).toHaveLength(4);
});
