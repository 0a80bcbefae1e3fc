import { expect, test } from 'vitest';
import { kmeans } from './kmeans.ts';
import { createRng } from './rng.ts';

test('more iterations never raise the inertia', () => {
  const rng = createRng(3);
  const points = Array.from({ length: 80 }, () => [rng.normal(), rng.normal()]);
  const inertias = [0, 1, 2, 4, 8, 16].map((rounds) => kmeans(points, points.slice(0, 5), rounds).inertia);
  expect(inertias).toEqual([...inertias].sort((a, b) => b - a));
  expect(inertias.at(-1)).toBeLessThan(inertias[0] ?? 0);
});

test('a centre without points stays where it is, a tie goes to the lower index', () => {
  const { centres, assignments } = kmeans([[0], [2]], [[-1], [1], [9]], 1);
  expect([...assignments]).toEqual([0, 1]);
  expect(centres).toEqual([[0], [2], [9]]);
});

test('the given centres are not changed; no points leave them as they are', () => {
  const start = [[1], [5]];
  kmeans([[0]], start, 3);
  expect(start).toEqual([[1], [5]]);
  expect(kmeans([], start, 3)).toEqual({ centres: start, assignments: new Int32Array(0), inertia: 0 });
});

test('no centres are bad input', () => {
  expect(() => kmeans([[0]], [], 1)).toThrow('centres: must hold at least one centre');
});
