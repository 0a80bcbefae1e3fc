import { expect, it } from 'vitest';
import { decodePrecomputed } from './precomputed.ts';

it('gives views their typed arrays back, also those of nested interactions', () => {
  const { views, titles, result } = decodePrecomputed({
    version: 1,
    titles: ['A', 'B'],
    views: [
      { view: 'lists', phase: 'clean', users: [3], items: [1, 0], scores: [0.5, 0.25], k: 2 },
      {
        view: 'profiles',
        name: 'fake profiles',
        fakeUsers: { userCount: 1, itemCount: 2, offsets: [0, 1], items: [1] },
        targets: [1],
        popularity: [5, 2],
      },
    ],
  });
  const [lists, profiles] = views;
  expect(titles).toEqual(['A', 'B']);
  expect(result).toEqual({ version: 1 });
  expect(lists).toMatchObject({ items: Int32Array.from([1, 0]), scores: Float32Array.from([0.5, 0.25]) });
  expect(profiles).toMatchObject({
    fakeUsers: { offsets: Int32Array.from([0, 1]), items: Int32Array.from([1]) },
    popularity: Int32Array.from([5, 2]),
  });
});
