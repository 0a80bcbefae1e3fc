import { describe, expect, it } from 'vitest';
import type { Dataset } from '../contracts.ts';
import { interactionsFromEntries } from './interactions.ts';
import { keepInteractions } from './subset.ts';

const dataset: Dataset = {
  id: 'x',
  name: 'X',
  credit: '',
  notes: [],
  interactions: interactionsFromEntries(3, 3, [
    { user: 0, item: 0, value: 1, time: 10 },
    { user: 1, item: 1, value: 2, time: 20 },
    { user: 2, item: 2, value: 3, time: 30 },
    { user: 2, item: 0, value: 4, time: 40 },
  ]),
  userIds: ['u', 'v', 'w'],
  itemIds: ['a', 'b', 'c'],
  titles: ['A', 'B', 'C'],
  genres: [['x'], [], ['y']],
  heldBackUsers: interactionsFromEntries(2, 3, [
    { user: 0, item: 1 },
    { user: 0, item: 2 },
    { user: 1, item: 1 },
  ]),
};

describe('keepInteractions', () => {
  it('drops users and items left without any, and renumbers all that goes with them', () => {
    const kept = keepInteractions(dataset, (_, user) => user === 2);
    expect(kept).toEqual({
      ...dataset,
      interactions: interactionsFromEntries(1, 2, [
        { user: 0, item: 0, value: 4, time: 40 },
        { user: 0, item: 1, value: 3, time: 30 },
      ]),
      userIds: ['w'],
      itemIds: ['a', 'c'],
      titles: ['A', 'C'],
      genres: [['x'], ['y']],
      heldBackUsers: interactionsFromEntries(2, 2, [{ user: 0, item: 1 }]),
    });
  });

  it('keeps all with everything kept', () => {
    expect(keepInteractions(dataset, () => true)).toEqual(dataset);
  });
});
