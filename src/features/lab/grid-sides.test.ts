import { describe, expect, test } from 'vitest';
import type { Axis } from '../../core/run/experiment-spec.ts';
import { gridAxes, withSide, type GridAxes } from './grid-sides.ts';

const axes: readonly Axis[] = ['data', 'attack', 'victim'].map((name) => ({ name, points: [] }));
const names = (sides: GridAxes | undefined) =>
  sides && [sides.rows.name, sides.columns.name, sides.rest.map(({ name }) => name).join()];
const asked = (rows?: string, columns?: string) =>
  names(gridAxes(axes, { ...(rows && { rows }), ...(columns && { columns }) }));

describe('the sides of a grid', () => {
  test('are its first and last axis until others are asked for', () => {
    expect(asked()).toEqual(['data', 'victim', 'attack']);
    expect(asked('attack', 'data')).toEqual(['attack', 'data', 'victim']);
    expect(asked('attack')).toEqual(['attack', 'victim', 'data']);
    expect(asked('victim')).toEqual(['victim', 'attack', 'data']);
    expect(asked(undefined, 'data')).toEqual(['attack', 'data', 'victim']);
  });

  test('are two axes of the grid, whatever is asked', () => {
    expect(asked('nothing', 'of this')).toEqual(['data', 'victim', 'attack']);
    expect(asked('victim', 'victim')).toEqual(['victim', 'attack', 'data']);
    expect(gridAxes(axes.slice(0, 1), { rows: 'data' })).toBeUndefined();
  });

  test('change places when one is put where the other stands', () => {
    const sides = gridAxes(axes, {}) as GridAxes;
    expect(withSide(sides, 'rows', 'attack')).toEqual({ rows: 'attack', columns: 'victim' });
    expect(withSide(sides, 'rows', 'victim')).toEqual({ rows: 'victim', columns: 'data' });
    expect(withSide(sides, 'columns', 'data')).toEqual({ rows: 'victim', columns: 'data' });
  });
});
