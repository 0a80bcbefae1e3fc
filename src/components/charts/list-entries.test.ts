import { describe, expect, it } from 'vitest';
import type { ListsView, ProfilesView } from '../../core/contracts.ts';
import { interactionsFromEntries, itemIndex } from '../../core/data/interactions.ts';
import { popularityBins } from './click-popularity.tsx';
import { listOf, usersByClimb } from './list-entries.ts';
import { profileMatrix } from './profile-matrix.ts';

const lists = (phase: string, rows: readonly (readonly number[])[]): ListsView => ({
  view: 'lists',
  phase,
  users: rows.map((_, at) => 10 + at),
  items: Int32Array.from(rows.flat()),
  scores: new Float32Array(rows.flat().length),
  k: rows[0]?.length ?? 0,
});
const before = lists('clean', [
  [1, 2, 3],
  [4, 5, 6],
]);
const after = lists('attacked', [
  [1, 3, 2],
  [9, 4, 5],
]);

describe('usersByClimb', () => {
  it('puts the user whose list the target entered first', () => {
    const users = usersByClimb(before, after, [9]);
    expect(users.map(({ user, before: from, after: to }) => [user, from, to])).toEqual([
      [11, null, 1],
      [10, null, null],
    ]);
    expect(users[0]?.label).toBe('User 12: target now at place 1');
  });
});

describe('listOf', () => {
  it('tells new entries and moves against the other list', () => {
    const entries = listOf(after, 11, [], [9], before);
    expect(entries.map(({ item, target, before: from }) => [item, target, from])).toEqual([
      [9, true, null],
      [4, false, 1],
      [5, false, 2],
    ]);
  });

  it('is empty for a user that the view does not hold', () => {
    expect(listOf(after, 99, [], [])).toEqual([]);
  });
});

const fakes: ProfilesView = {
  view: 'profiles',
  name: 'fake profiles',
  fakeUsers: interactionsFromEntries(2, 4, [
    { user: 0, item: 3 },
    { user: 0, item: 1 },
    { user: 1, item: 1 },
  ]),
  targets: [itemIndex(2)],
  popularity: Int32Array.from([0, 5, 1, 4]),
};

describe('profileMatrix', () => {
  it('puts targets first, even unclicked, then the items that most fakes share', () => {
    const matrix = profileMatrix(fakes, ['A', 'B', 'C', 'D']);
    expect(matrix.columnLabels).toEqual(['Target: C', 'B', 'D']);
    expect([...matrix.values]).toEqual([0, 1, 1, 0, 1, 0]);
  });
});

describe('popularityBins', () => {
  it('gives shares of clicks that add up to 1 on both sides', () => {
    const bins = popularityBins(fakes);
    expect(bins.map(({ label }) => label)).toEqual(['0-1', '2-3', '4-7']);
    expect(bins.map(({ genuine }) => genuine)).toEqual([0.1, 0, 0.9]);
    expect(bins.map(({ fake }) => fake)).toEqual([0, 0, 1]);
  });
});
