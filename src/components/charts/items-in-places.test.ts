import { expect, test } from 'vitest';
import { itemsInPlaces } from './items-in-places.ts';

test('the items of a matrix of zeros and ones stand at its rows with their titles', () => {
  const view = {
    view: 'matrix',
    name: 'swap matrix A',
    rows: 3,
    columns: 2,
    values: Float32Array.from([0, 1, 1, 0, 0, 0]),
    rowLabels: ['1', '2', '3'],
    columnLabels: ['7', '0'],
    scale: 'sequential',
  } as const;
  expect(itemsInPlaces(view, ['Alien'])).toEqual(['Alien', 'Item 7', 'no item']);
  expect(itemsInPlaces(undefined, ['Alien'])).toEqual([]);
});
