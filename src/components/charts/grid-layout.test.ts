import { expect, test } from 'vitest';
import { cellNumber, fitted, gridLayout } from './grid-layout.ts';

const rows = ['WRMF+SGD', 'WRMF+ALS', 'ItemAE'];
const columns = ['WRMF', 'WRMF-ALS', 'ItemAE', 'Mult-VAE', 'CML', 'ItemCF'];

test('a grid never grows wider than its place, on a screen or on a phone', () => {
  for (const width of [280, 330, 700, 1000]) {
    expect(
      gridLayout({ width, fontSize: 13, rowName: 'Surrogate', rows, columns }).width,
    ).toBeLessThanOrEqual(width);
  }
});

test('names in capitals have room for their width', () => {
  const left = (name: string) =>
    gridLayout({ width: 1000, fontSize: 13, rowName: 'A', rows: [name], columns }).left;
  expect(left('WRMFALSX')).toBeGreaterThan(left('wrmfalsx') + 15);
  expect(left('WRMF+SGD')).toBeGreaterThanOrEqual(8 * 13 * 0.78 + 10);
});

test('on a phone labels stand aslant and numbers get shorter, or go', () => {
  const wide = gridLayout({ width: 1000, fontSize: 13, rowName: 'Surrogate', rows, columns });
  const narrow = gridLayout({ width: 330, fontSize: 13, rowName: 'Surrogate', rows, columns });
  expect([wide.slanted, wide.decimals]).toEqual([false, 3]);
  expect([narrow.slanted, narrow.decimals]).toEqual([true, 2]);
  expect(gridLayout({ width: 200, fontSize: 13, rowName: 'Surrogate', rows, columns }).decimals).toBeNull();
});

test('numbers and labels are as long as they have room', () => {
  expect(cellNumber(0.1234, 3)).toBe('0.123');
  expect(cellNumber(-0.1234, 2)).toBe('−.12');
  expect(cellNumber(1.5, 2)).toBe('1.50');
  expect(cellNumber(512.4, 3)).toBe('512');
  expect(cellNumber(null, 3)).toBe('');
  expect(fitted('popularity', 30, 13)).toBe('po…');
  expect(fitted('CML', 60, 13)).toBe('CML');
});
