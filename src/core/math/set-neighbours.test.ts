import { expect, test } from 'vitest';
import { jaccard, setCosine, setNeighbours } from './set-neighbours.ts';

// {0, 1}, {1}, {}, {0, 1, 2}
const sets = { offsets: Int32Array.of(0, 2, 3, 3, 6), items: Int32Array.of(0, 1, 1, 0, 1, 2) };
const owners = { offsets: Int32Array.of(0, 2, 5, 6), items: Int32Array.of(0, 3, 0, 1, 3, 3) };

test('neighbours come nearest first, with the similarity of the 0/1 rows, and never without a shared member', () => {
  const nearest = setNeighbours(sets, owners, 5, jaccard);
  expect([...nearest(0).ids]).toEqual([3, 1]);
  expect(nearest(0).similarities[0]).toBeCloseTo(2 / 3, 6);
  expect(nearest(0).similarities[1]).toBeCloseTo(1 / 2, 6);
  expect([...nearest(2).ids]).toEqual([]);
  const cosine = setNeighbours(sets, owners, 1, setCosine)(1);
  expect([...cosine.ids]).toEqual([0]);
  expect(cosine.similarities[0]).toBeCloseTo(1 / Math.sqrt(2), 6);
});
