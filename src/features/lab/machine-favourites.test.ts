import { expect, test } from 'vitest';
import type { ProfilesView } from '../../core/contracts.ts';
import { interactionsFromDense, itemIndex } from '../../core/data/interactions.ts';
import { machineFavourites } from './machine-favourites.ts';

test('the machine’s favourites are what most of its fake users click besides the target', () => {
  const view: ProfilesView = {
    view: 'profiles',
    name: 'opponent profiles',
    fakeUsers: interactionsFromDense([1, 1, 0, 1, 1, 0, 0, 1, 1, 0, 1, 0], 3, 4),
    targets: [itemIndex(0)],
    popularity: Int32Array.of(1, 1, 1, 1),
  };
  const found = machineFavourites(view, ['Target', 'Alien', 'Brazil'], 2);
  expect(found.map(({ label, value }) => [label, value])).toEqual([
    ['Item 3', 2 / 3],
    ['Alien', 1 / 3],
  ]);
});
